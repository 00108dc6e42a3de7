package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lectern.text.Digests;
import lectern.text.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, whatever the folder and whatever was there before. */
class ReproducibleBuildIT {
    private static final String MODULE_SIZES =
            "(\"(?:siteBytes|heaviestModuleBytes|plotModuleBytes)\": )\\d+";

    @Test
    void secondBuildElsewhereGivesTheSameBytes(@TempDir Path elsewhere) throws Exception {
        Shell.Said said =
                Shell.run(
                        Shell.ROOT,
                        List.of(
                                "java",
                                "-jar",
                                "target/lectern.jar",
                                "build",
                                "--target",
                                elsewhere.toString()));
        assertThat(said.exit()).as(said.err()).isZero();
        Map<String, String> first = digests(Shell.ROOT.resolve("target/book"));
        assertThat(first)
                .containsKeys("site/index.html", "ml-systems-annotated.pdf", "report.json");
        assertThat(digests(elsewhere.resolve("book"))).isEqualTo(first);
    }

    @Test
    void buildingAgainFindsNothingChanged() throws Exception {
        Shell.Said said =
                Shell.run(Shell.ROOT, List.of("java", "-jar", "target/lectern.jar", "build"));
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("nothing changed: ");
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(
                            file ->
                                    digests.put(
                                            folder.relativize(file).toString().replace('\\', '/'),
                                            digest(file)));
        }
        return digests;
    }

    /**
     * What is compared of a file. The compiler of the modules that run in the page writes some
     * functions in an order that differs from run to run, so of these only the names are compared,
     * and their sizes are left out of the report; all else is equal to the byte.
     */
    private static String digest(Path file) {
        if (file.getParent().getFileName().toString().equals("modules")) {
            return "a module";
        }
        if (file.getFileName().toString().equals("report.json")) {
            return SourceFiles.read(file).replaceAll(MODULE_SIZES, "$1");
        }
        return Digests.ofFile(file).hex();
    }
}
