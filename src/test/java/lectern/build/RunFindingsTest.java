package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lectern.model.Cell;
import lectern.model.CellId;
import lectern.model.CellOptions;
import lectern.model.CellSource;
import lectern.model.Location;
import lectern.script.Script;
import lectern.script.UnresolvedDependency;
import org.junit.jupiter.api.Test;

/** What is said of runs where the command line cannot be brought to say it in a test. */
class RunFindingsTest {
    private static final Path ROOT = Path.of("/book");

    private final RunFindings findings = new RunFindings(ROOT);

    @Test
    void dependencyThatCannotBeHadIsReportedAtItsScript() {
        Path file = ROOT.resolve("scripts/One.java");
        Script script =
                new Script(
                        file,
                        "One",
                        "",
                        17,
                        List.of(file),
                        List.of("a:b:1"),
                        List.of(),
                        List.of(),
                        List.of());

        assertThat(findings.unresolved(script, new UnresolvedDependency("it is gone", "go", null)))
                .hasToString("scripts/One.java:1:1: error: it is gone [bad-script]\n  hint: go");
    }

    @Test
    void filesThatChangedMeanwhileAreNamedUpToThree() {
        assertThat(findings.strayed(cell(), List.of("a")))
                .hasToString(
                        "notes/one.adoc:3:1: warning: cell 'halves' ran while files outside its"
                                + " folder changed: a [failed-cell]\n"
                                + "  hint: let it write below the folder of the property"
                                + " lectern.out");
        assertThat(findings.strayed(cell(), List.of("a", "b", "c", "d", "e")).message())
                .endsWith(" changed: a, b, c and 2 more");
    }

    private static Cell cell() {
        return new Cell(
                new CellId("halves"),
                "",
                new CellSource.Scripted("scripts/One.java"),
                CellOptions.DEFAULT,
                Location.of("notes/one.adoc", 3),
                9);
    }
}
