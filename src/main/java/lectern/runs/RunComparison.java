package lectern.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.text.Digests;
import lectern.text.SourceFiles;

/**
 * Holds a fresh run against the record: text exactly after the cell's declared noise, tables and
 * pictures exactly, figures by what they specify, facts within their tolerance. Of a measurement
 * only the names of its outputs and facts must agree; its expectations hold the numbers.
 */
public final class RunComparison {
    private final Cell cell;
    private final CellRun recorded;
    private final CellRun fresh;
    private final List<Difference> differences = new ArrayList<>();

    private RunComparison(Cell cell, CellRun recorded, CellRun fresh) {
        this.cell = cell;
        this.recorded = recorded;
        this.fresh = fresh;
    }

    /** All that differs; empty when the record tells the truth. */
    public static List<Difference> of(Cell cell, CellRun recorded, CellRun fresh) {
        RunComparison comparison = new RunComparison(cell, recorded, fresh);
        comparison.compare(cell.options().measured());
        return List.copyOf(comparison.differences);
    }

    private void compare(boolean measured) {
        if (!measured) {
            Normaliser normaliser = new Normaliser(cell.options().noise());
            add(
                    "prints something else than its record",
                    TextDiff.of(
                            name("out"),
                            SourceFiles.lines(normaliser.apply(recorded.stdout())),
                            SourceFiles.lines(normaliser.apply(fresh.stdout()))));
        }
        for (Artifact old : recorded.artifacts()) {
            Optional<Artifact> now = fresh.artifact(old.kind(), old.name());
            if (now.isEmpty()) {
                gone("no longer leaves '" + old.fileName() + "'");
            } else if (!measured) {
                add("leaves another '" + old.fileName() + "'", difference(old, now.get()));
            }
        }
        fresh.artifacts().stream()
                .filter(now -> recorded.artifact(now.kind(), now.name()).isEmpty())
                .forEach(now -> gone("leaves '" + now.fileName() + "', which its record lacks"));
        add(
                "finds other facts than its record",
                measured
                        ? FactTolerance.measuredDifference(name("run"), recorded, fresh)
                        : FactTolerance.difference(name("run"), recorded, fresh));
    }

    private List<String> difference(Artifact old, Artifact now) {
        String file = name(old.fileName());
        if (old.equals(now)) {
            return List.of();
        }
        if (old.kind() == ArtifactKind.PLOT) {
            return FigureSpecs.difference(file, old.content(), now.content());
        }
        if (old.kind().binary()) {
            return TextDiff.of(file, List.of(summary(old)), List.of(summary(now)));
        }
        List<String> lines =
                TextDiff.of(
                        file, SourceFiles.lines(old.content()), SourceFiles.lines(now.content()));
        return lines.isEmpty() ? List.of("(the last line ends in another way)") : lines;
    }

    private String name(String file) {
        return cell.id() + "." + file;
    }

    private static String summary(Artifact binary) {
        return binary.bytes().length + " bytes, " + Digests.of(binary.bytes());
    }

    private void add(String what, List<String> lines) {
        if (!lines.isEmpty()) {
            differences.add(new Difference(what, lines));
        }
    }

    private void gone(String what) {
        differences.add(new Difference(what, List.of()));
    }
}
