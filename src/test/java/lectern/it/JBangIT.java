package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lectern.build.BookLayout;
import lectern.build.Plans;
import lectern.runs.RunPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader gets from {@code jbang <alias>} in a clone is what the page shows. */
class JBangIT {
    private static final int LEAST_CELLS = 4;

    static Stream<RunPlan.Item> reproducibleCells() {
        return plans().plan().items().stream()
                .filter(item -> !item.cell().options().measured())
                .filter(item -> !item.cell().inline());
    }

    private static Plans plans() {
        return Plans.of(BookLayout.of(Path.of("notes/book.adoc"), Path.of("target")));
    }

    @Test
    void theBookHasCellsToTry() {
        assertThat(reproducibleCells()).hasSizeGreaterThanOrEqualTo(LEAST_CELLS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reproducibleCells")
    void aliasPrintsWhatThePageShows(RunPlan.Item item) throws Exception {
        List<String> command = new ArrayList<>(List.of("jbang", item.script().alias()));
        command.addAll(item.cell().options().args());
        Shell.Said said = Shell.run(Shell.ROOT, command);
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out().replaceAll("[ \t]+(?=\n|$)", ""))
                .isEqualTo(item.recorded().orElseThrow().stdout());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reproducibleCells")
    void helpTellsWhatTheArgumentsDo(RunPlan.Item item) throws Exception {
        Shell.Said said = Shell.run(Shell.ROOT, List.of("jbang", item.script().alias(), "--help"));
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains(item.script().alias());
    }

    @Test
    void badArgumentIsRefusedInOneLine(@TempDir Path elsewhere) throws Exception {
        Path script = Shell.ROOT.resolve("scripts/systems/RingAllReduce.java");
        Shell.Said said =
                Shell.run(elsewhere, List.of("jbang", script.toString(), "--ranks", "none"));
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err().lines().filter(line -> line.contains("--ranks"))).hasSize(1);
    }

    @Test
    void lecternItselfIsAnAlias() throws Exception {
        Shell.Said said = Shell.run(Shell.ROOT, List.of("jbang", "lectern", "--help"));
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("Usage: lectern");
    }

    @Test
    void catalogNamesEveryScriptWithItsDescription() throws Exception {
        String catalog = Files.readString(Path.of("jbang-catalog.json"), StandardCharsets.UTF_8);
        plans().scripts()
                .forEach(
                        script ->
                                assertThat(catalog.replaceAll("\\s+", " "))
                                        .contains(
                                                "\""
                                                        + script.alias()
                                                        + "\": { \"script-ref\": \""
                                                        + Shell.ROOT.relativize(script.file())
                                                        + "\", \"description\": \""
                                                        + script.description()
                                                        + "\""));
    }
}
