package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that the README shows is run: Maven's by continuous integration, the rest here. */
class ReadmeIT {
    private static final Path README = Path.of("README.adoc");

    private static Stream<String> commands() throws IOException {
        return Files.readAllLines(README, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2));
    }

    static Stream<String> commandsForThePrompt() throws IOException {
        return commands().filter(command -> !command.startsWith("mvn "));
    }

    @ParameterizedTest
    @MethodSource("commandsForThePrompt")
    void commandEndsWell(String command) throws Exception {
        Shell.Said said = Shell.run(Shell.ROOT, List.of(command.split(" ")));
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).isNotBlank();
    }

    @Test
    void mavenBuildsTheBookAndRunsTheTests() throws IOException {
        assertThat(commands().filter(command -> command.startsWith("mvn ")))
                .containsExactly("mvn -B package", "mvn -B verify");
    }

    @Test
    void continuousIntegrationRunsTheTestCommandOfTheReadme() throws Exception {
        String script = Files.readString(Path.of(".ci/run"), StandardCharsets.UTF_8);
        String extraction =
                script.lines()
                        .filter(line -> line.startsWith("command="))
                        .findFirst()
                        .orElseThrow();
        Shell.Said said =
                Shell.run(Shell.ROOT, List.of("bash", "-c", extraction + "; echo \"$command\""));
        assertThat(said.out()).isEqualTo("mvn -B verify\n");
    }

    @Test
    void everyFileThatTheReadmeNamesIsThere() throws IOException {
        List<String> names =
                java.util.regex.Pattern.compile(
                                "`((?:notes|scripts|seeds|src|docs-theme)/[\\w./-]*)`")
                        .matcher(Files.readString(README, StandardCharsets.UTF_8))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        assertThat(names)
                .hasSizeGreaterThan(4)
                .allMatch(name -> Files.exists(Path.of(name)), "exists");
    }
}
