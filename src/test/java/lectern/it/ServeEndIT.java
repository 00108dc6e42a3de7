package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import lectern.kernel.Sandbox;
import lectern.serve.ServedBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed without a word, in the middle of what it does. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class ServeEndIT {
    @TempDir private Path root;
    private ServedBook book;
    private Path live;
    private Process server;

    @BeforeEach
    void lay() throws IOException {
        book = new ServedBook(root);
        live = root.resolve("target/lectern/live");
    }

    @AfterEach
    void end() {
        kill();
    }

    private Process lectern(String verb, String... more) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "lectern.cli.Main",
                                verb,
                                "--book",
                                root.resolve("notes/book.adoc").toString(),
                                "--target",
                                root.resolve("target").toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Start to serve and return the address; what is said later is thrown away. */
    private URI serve() throws IOException {
        server = lectern("serve", "--port", "0");
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        URI address = URI.create(said.readLine().split(" ")[1]);
        Thread drain = new Thread(() -> said.lines().forEach(line -> {}));
        drain.setDaemon(true);
        drain.start();
        return address;
    }

    private void kill() {
        if (server != null) {
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(server.toHandle()), server.descendants()).toList();
            // the one that does the work last: it hears that its parent is gone
            all.stream().limit(2).toList().forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static boolean says(Path file, String text) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).contains(text);
        } catch (IOException replaced) {
            return false;
        }
    }

    @Test
    void killDuringARebuildLeavesABookThatBuilds() throws Exception {
        serve();
        until(() -> Files.isDirectory(live));
        kill();
        serve();
        until(() -> says(live.resolve("first.html"), "One sentence."));
        book.write("notes/c1.adoc", ServedBook.FIRST.replace("== First", "== Renamed"));
        until(() -> says(live.resolve("first.html"), "Renamed"));
        kill();

        Process build = lectern("build");
        String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(build.waitFor()).as(said).isZero();
        assertThat(root.resolve("target/book/site/first.html")).content().contains("Renamed");
        assertThat(root.resolve("target/book/site/second.html")).content().contains("Renamed");
        assertThat(root.resolve("notes/runs/halves.out")).hasContent("half of 1 is 0.5\n");
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".tmp"));
        }
        try (Stream<Path> files = Files.walk(root.resolve("target/book"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("first.html")
                    .noneMatch(name -> name.endsWith(".new"));
        }
    }

    @Test
    void killOfTheServerEndsItsRuns() throws Exception {
        assumeTrue(Sandbox.best() == Sandbox.BWRAP, "no bwrap on this system");
        URI address = serve();
        until(() -> says(live.resolve("second.html"), "half of 1 is 0.5"));
        String token = address.getQuery().substring("token=".length());
        String origin = "http://" + address.getAuthority();
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<Stream<String>> answer =
                client.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                origin
                                                        + "/_lectern/run?cell=halves&token="
                                                        + token))
                                .header("Origin", origin)
                                .header("X-Lectern-Token", token)
                                .POST(HttpRequest.BodyPublishers.ofString("wait " + root))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().anyMatch(line -> line.contains("got wait"))).isTrue();
        ProcessHandle program =
                ProcessHandle.allProcesses()
                        .filter(p -> p.info().commandLine().orElse("").contains("One wait " + root))
                        .filter(p -> p.info().command().orElse("").endsWith("java"))
                        .findFirst()
                        .orElseThrow();

        kill();

        program.onExit().get(60, TimeUnit.SECONDS);
    }
}
