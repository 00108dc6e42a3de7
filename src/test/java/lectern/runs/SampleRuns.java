package lectern.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Cell;
import lectern.model.CellId;
import lectern.model.CellOptions;
import lectern.model.CellRun;
import lectern.model.CellSource;
import lectern.model.Expectation;
import lectern.model.Fact;
import lectern.model.Inputs;
import lectern.model.Location;
import lectern.model.Relation;

/** Runs to record, compare and share. */
final class SampleRuns {
    static final Cell CELL = cell("knee", CellOptions.DEFAULT);

    static final CellRun OLD =
            run("one\n", 1.0, table("a,b\n1,2\n"), plot("{\"x\":[1,2]}\n"), plot("old", "{}\n"));
    static final CellRun NEW =
            run("two\n", 2.0, table("a,b\n3,4\n"), plot("{\"x\":[1,3]}\n"), plot("new", "{}\n"));

    private SampleRuns() {}

    static Cell cell(String id, CellOptions options) {
        Location location = Location.of("notes/gpu/one.adoc", 41);
        return new Cell(
                new CellId(id),
                "gpu",
                new CellSource.Scripted("scripts/One.java"),
                options,
                location,
                45);
    }

    static CellRun run(String stdout, double fact, Artifact... artifacts) {
        return new CellRun(
                new Inputs(new TreeMap<>(Map.of("arguments", "", "kernel", "javac-1"))),
                stdout,
                List.of(new Fact("time", fact, "ms"), new Fact("count", 3, "")),
                List.of(
                        new Expectation(
                                "time", Relation.WITHIN, 1.5, 0.5, "someone2020, p. 1", "loose")),
                List.of(artifacts),
                Optional.empty());
    }

    static Artifact table(String content) {
        return Artifact.of(ArtifactKind.CSV_TABLE, "rows", content);
    }

    static Artifact plot(String content) {
        return plot("knee", content);
    }

    static Artifact plot(String name, String content) {
        return Artifact.of(ArtifactKind.PLOT, name, content);
    }
}
