package lectern.check;

import java.util.stream.Stream;
import lectern.model.Diagnostic;

/** One rule over the book. */
@FunctionalInterface
interface BookRule {

    /** Report all that breaks the rule, in any order. */
    Stream<Diagnostic> apply(Evidence evidence);
}
