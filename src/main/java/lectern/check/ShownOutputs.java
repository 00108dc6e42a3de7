package lectern.check;

import java.util.List;
import java.util.stream.Stream;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Diagnostic;
import lectern.model.OutputView;
import lectern.model.Rule;
import lectern.text.NearMiss;

/** Reports outputs that a cell shows or titles and its run did not leave, or says nothing of. */
final class ShownOutputs implements BookRule {
    @Override
    public Stream<Diagnostic> apply(Evidence evidence) {
        WovenOutputs woven = new WovenOutputs(evidence.book());
        return evidence.book().cells().stream()
                .flatMap(
                        cell ->
                                evidence.run(cell.id().value()).stream()
                                        .flatMap(run -> check(woven, cell, run)));
    }

    private static Stream<Diagnostic> check(WovenOutputs woven, Cell cell, CellRun run) {
        Stream<Diagnostic> findings = Stream.concat(shown(cell, run), titled(woven, cell, run));
        return Stream.concat(findings, undescribed(cell, run));
    }

    private static Stream<Diagnostic> shown(Cell cell, CellRun run) {
        List<String> labels =
                Stream.concat(
                                Stream.of(OutputView.TEXT),
                                run.outputs().stream().map(Artifact::label))
                        .toList();
        return cell.options().view().show().stream()
                .filter(word -> !labels.contains(word))
                .map(
                        word ->
                                Diagnostic.error(
                                        Rule.UNKNOWN_OUTPUT,
                                        cell.location(),
                                        "cell '"
                                                + cell.id()
                                                + "' shows '"
                                                + word
                                                + "', which its run did not leave",
                                        NearMiss.hint(word, labels)));
    }

    private static Stream<Diagnostic> titled(WovenOutputs woven, Cell cell, CellRun run) {
        List<String> names = run.outputs().stream().map(Artifact::name).toList();
        List<String> under = woven.under(cell, run);
        return cell.options().view().titles().keySet().stream()
                .flatMap(
                        name -> {
                            String what = "cell '" + cell.id() + "' has a title for '" + name + "'";
                            if (!names.contains(name)) {
                                return Stream.of(
                                        Diagnostic.error(
                                                Rule.UNKNOWN_OUTPUT,
                                                cell.location(),
                                                what + ", which its run did not leave",
                                                NearMiss.hint(name, names)));
                            }
                            return under.stream().anyMatch(label -> label.endsWith(":" + name))
                                    ? Stream.empty()
                                    : Stream.of(
                                            Diagnostic.error(
                                                    Rule.UNKNOWN_OUTPUT,
                                                    cell.location(),
                                                    what + ", which does not stand under it",
                                                    "write the title where the output stands"));
                        });
    }

    private static Stream<Diagnostic> undescribed(Cell cell, CellRun run) {
        return run.outputs().stream().flatMap(left -> undescribed(cell, run, left).stream());
    }

    private static java.util.Optional<Diagnostic> undescribed(
            Cell cell, CellRun run, Artifact left) {
        String fault =
                switch (left.kind()) {
                    case SVG_FIGURE, PNG_FIGURE ->
                            missing(run, ArtifactKind.FIGURE_TEXT, left)
                                    ? "has no alternative text"
                                    : "";
                    case HTML ->
                            missing(run, ArtifactKind.HTML_TEXT, left)
                                    ? run.artifact(ArtifactKind.HTML_SVG, left.name()).isPresent()
                                                    || run.artifact(
                                                                    ArtifactKind.HTML_PNG,
                                                                    left.name())
                                                            .isPresent()
                                            ? "has no alternative text"
                                            : "has nothing that print can show"
                                    : "";
                    default -> "";
                };
        return fault.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(
                        Diagnostic.error(
                                Rule.MISSING_ALT_TEXT,
                                cell.location(),
                                left.label().replace(":", " '")
                                        + "' of cell '"
                                        + cell.id()
                                        + "' "
                                        + fault,
                                "let the script say in "
                                        + left.fileName().replaceFirst("\\.[a-z]+$", ".txt")
                                        + " what one sees"));
    }

    private static boolean missing(CellRun run, ArtifactKind kind, Artifact beside) {
        return run.artifact(kind, beside.name())
                .filter(text -> !text.content().isBlank())
                .isEmpty();
    }
}
