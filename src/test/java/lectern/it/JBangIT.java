package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lectern.build.BookLayout;
import lectern.build.Catalog;
import lectern.build.Examples;
import lectern.build.Plans;
import lectern.model.CellOptions;
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
    void aliasPrintsWhatThePageShowsOnTheOldestJdk(RunPlan.Item item) throws Exception {
        assumeTrue(Jdks.oldest().isPresent(), "NOT CHECKED: there is no JDK 17 here");
        printsWhatThePageShows(item, Jdks.oldest().orElseThrow());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reproducibleCells")
    void aliasPrintsWhatThePageShowsOnTheNewestJdk(RunPlan.Item item) throws Exception {
        assumeTrue(Jdks.newest().isPresent(), "NOT CHECKED: there is no JDK after 17 here");
        printsWhatThePageShows(item, Jdks.newest().orElseThrow());
    }

    private static void printsWhatThePageShows(RunPlan.Item item, Path jdk) throws Exception {
        CellOptions options = item.cell().options();
        List<String> command = new ArrayList<>(List.of("jbang", "--offline"));
        command.add(item.script().alias());
        command.addAll(options.args());
        Shell.Said said = Shell.run(Shell.ROOT, command, jdk);
        assertThat(said.exit()).as(said.err()).isEqualTo(options.end().exitCode());
        assertThat(said.out().replaceAll("[ \t]+(?=\n|$)", ""))
                .isEqualTo(item.recorded().orElseThrow().stdout());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reproducibleCells")
    void lecternRunsTheAliasForThoseWithoutJBang(RunPlan.Item item) throws Exception {
        List<String> command = new ArrayList<>(List.of("java", "-jar", "target/lectern.jar"));
        // an alias that is a cell as well means the cell where no arguments follow
        boolean both = item.cell().id().value().equals(item.script().alias());
        boolean alone = item.cell().options().args().isEmpty();
        command.addAll(
                List.of(
                        "run",
                        both && alone
                                ? Shell.ROOT.relativize(item.script().file()).toString()
                                : item.script().alias()));
        command.addAll(item.cell().options().args());
        Shell.Said said = Shell.run(Shell.ROOT, command);
        assertThat(said.exit()).as(said.err()).isEqualTo(item.cell().options().end().exitCode());
        assertThat(said.out().replaceAll("[ \t]+(?=\n|$)", ""))
                .isEqualTo(item.recorded().orElseThrow().stdout());
    }

    @Test
    void exitCodeOfAnExampleIsPassedOn() throws Exception {
        Shell.Said said =
                Shell.run(
                        Shell.ROOT,
                        List.of(
                                "java",
                                "-jar",
                                "target/lectern.jar",
                                "run",
                                "ring-all-reduce",
                                "--ranks",
                                "none"));
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err().lines().filter(line -> line.contains("--ranks"))).hasSize(1);
    }

    @Test
    void doctorSaysWhatThisMachineOffers() throws Exception {
        Shell.Said said =
                Shell.run(Shell.ROOT, List.of("java", "-jar", "target/lectern.jar", "doctor"));
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out().lines().map(line -> line.replaceFirst(" {2,}.*", "")))
                .containsExactly(
                        "sandbox",
                        "Java",
                        "compiler",
                        "Maven repository",
                        "cores",
                        "temporary space",
                        "JBang");
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
    void catalogIsAsTheHeadersOfTheExamplesSay() {
        BookLayout layout = BookLayout.of(Path.of("notes/book.adoc"), Path.of("target"));
        assertThat(Examples.of(layout).scripts()).hasSizeGreaterThanOrEqualTo(LEAST_CELLS);
        assertThat(new Catalog(layout).drift()).isEmpty();
    }
}
