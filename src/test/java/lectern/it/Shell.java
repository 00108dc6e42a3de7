package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as a person at a prompt in the checkout would. */
final class Shell {
    /** The checkout. */
    static final Path ROOT = Path.of("").toAbsolutePath();

    /**
     * What a command said.
     *
     * @param exit code of the process
     * @param out standard output
     * @param err standard error
     */
    record Said(int exit, String out, String err) {}

    private Shell() {}

    /** Run a command line; {@code java} and {@code jbang} mean those of this build. */
    static Said run(Path folder, List<String> command) throws IOException, InterruptedException {
        return run(folder, command, Path.of(System.getProperty("java.home")));
    }

    /** Run a command line with the {@code java} and {@code jbang} of a JDK. */
    static Said run(Path folder, List<String> command, Path jdk)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command);
        if (words.get(0).equals("jbang")) {
            return jbang(folder, words.subList(1, words.size()), jdk);
        }
        if (words.get(0).equals("java")) {
            words.set(0, java(jdk));
        }
        return execute(folder, words, jdk);
    }

    /**
     * Run JBang as its launcher does: the jar prints a command and exits with 255 to have it run.
     */
    private static Said jbang(Path folder, List<String> arguments, Path jdk)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(java(jdk), "-jar", ROOT.resolve("target/jbang/jbang.jar").toString()));
        command.addAll(arguments);
        Said said = execute(folder, command, jdk);
        if (said.exit() != 255) {
            return said;
        }
        Said program = execute(folder, List.of("bash", "-c", said.out()), jdk);
        return new Said(program.exit(), program.out(), program.err());
    }

    private static Said execute(Path folder, List<String> command, Path jdk)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Path home = ROOT.resolve("target/jbang");
        builder.environment()
                .putAll(
                        Map.of(
                                "JBANG_DIR", home.resolve("home").toString(),
                                "JBANG_CACHE_DIR", home.resolve("cache").toString(),
                                "JBANG_NO_VERSION_CHECK", "true",
                                "JBANG_RUNTIME_SHELL", "bash",
                                "JAVA_HOME", jdk.toString()));
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(420, TimeUnit.SECONDS)).as("ended: %s", command).isTrue();
        Said said = new Said(process.exitValue(), text(out), text(err));
        Files.delete(out);
        Files.delete(err);
        return said;
    }

    private static String java(Path jdk) {
        return jdk.resolve("bin/java").toString();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
