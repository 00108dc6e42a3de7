package lectern.check;

import java.util.stream.Stream;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Note;
import lectern.model.Rule;

/** Refuses to pass on nothing: a book without chapters or, where scripts are, without examples. */
final class SomethingToBuild implements BookRule {
    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        Stream.Builder<Diagnostic> findings = Stream.builder();
        if (evidence.book().all(Note::headings).stream()
                .noneMatch(heading -> heading.level() == 1)) {
            findings.add(nothing(evidence, "chapter", "include a note that starts with a title"));
        } else if (evidence.literate()) {
            if (evidence.book().cells().isEmpty()) {
                findings.add(
                        nothing(evidence, "cell", "give a listing the role cell: [#name.cell]"));
            } else if (!evidence.runs().isEmpty()
                    && evidence.runs().values().stream().allMatch(run -> run.figures().isEmpty())) {
                findings.add(nothing(evidence, "figure", "let an example write one with Plot"));
            }
        }
        return findings.build();
    }

    private static Diagnostic nothing(Evidence evidence, String what, String hint) {
        return Diagnostic.error(
                Rule.NOTHING_TO_BUILD,
                Location.of(evidence.book().file()),
                "the book has no " + what,
                hint);
    }
}
