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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, whatever the folder and whatever was there before. */
class ReproducibleBuildIT {
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
                .containsKeys(
                        "site/index.html",
                        "site/modules/gpipe.js",
                        "site/modules/lectern-plot.js",
                        "ml-systems-annotated.pdf",
                        "report.json");
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
                                            Digests.ofFile(file).hex()));
        }
        return digests;
    }
}
