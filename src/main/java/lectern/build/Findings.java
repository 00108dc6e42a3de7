package lectern.build;

import java.util.ArrayList;
import java.util.List;
import lectern.model.Diagnostic;
import lectern.model.Severity;

/**
 * Collects what the stages of a build find.
 *
 * <p>A book that promises no examples is rendered as it is, as other tools do: its own faults are
 * printed as warnings. A literate book is refused for them, warnings of the engine included.
 */
final class Findings {
    private final List<Diagnostic> all = new ArrayList<>();
    private final Severity weight;

    Findings(boolean literate) {
        weight = literate ? Severity.ERROR : Severity.WARNING;
    }

    /** Take in what a stage found. */
    void add(List<Diagnostic> found) {
        for (Diagnostic d : found) {
            all.add(new Diagnostic(weight, d.rule(), d.location(), d.message(), d.hint()));
        }
    }

    /** Take in remarks that never stop a build. */
    void remark(List<Diagnostic> found) {
        all.addAll(found);
    }

    /** Whether the build must stop here. */
    boolean stop() {
        return Diagnostic.anyError(all);
    }

    List<Diagnostic> all() {
        return all.stream().distinct().sorted().toList();
    }
}
