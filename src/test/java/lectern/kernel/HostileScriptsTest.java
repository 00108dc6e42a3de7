package lectern.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lectern.kernel.Execution.End;
import lectern.model.Diagnostic;
import lectern.script.Script;
import lectern.script.ScriptReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts that do what no example should; each is a program of its own in a fresh JVM. */
class HostileScriptsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir private Path book;

    private JavaKernel kernel;

    @BeforeEach
    void open() throws IOException {
        book = book.toRealPath();
        Files.createDirectories(book.resolve("target/work"));
        kernel = new JavaKernel(book, book.resolve("target/work"));
    }

    @AfterEach
    void close() {
        kernel.close();
        assertThat(book.resolve("target/work")).isEmptyDirectory();
    }

    @Test
    void infiniteLoopIsStopped() throws IOException {
        Execution execution = run("while (true) { }", Duration.ofSeconds(1));

        assertThat(execution.end()).isEqualTo(End.TIMED_OUT);
    }

    @Test
    void bombOfThreadsIsStopped() throws IOException {
        Execution execution =
                run(
                        """
                        while (true) {
                            new Thread(() -> {
                                try {
                                    Thread.sleep(100_000);
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            }).start();
                        }
                        """);

        assertThat(execution.end()).isIn(End.TOO_MANY_THREADS, End.OUT_OF_MEMORY);
    }

    @Test
    void gigabyteOfOutputIsCutWithAMark() throws IOException {
        Execution execution =
                run(
                        """
                        byte[] line = "x".repeat(1023).concat("\\n").getBytes();
                        for (int i = 0; i < 1_000_000; i++) {
                            System.out.write(line);
                        }
                        """);

        assertThat(execution.end()).isEqualTo(End.TOO_MUCH_OUTPUT);
        assertThat(execution.stdout().text()).hasSizeBetween(1 << 20, (1 << 20) + 1);
        assertThat(execution.stdout().marked()).matches("(?s).*\n\\[cut here: \\d+ bytes more]\n");
    }

    @Test
    void standardInputThatIsNotThereIsAtItsEnd() throws IOException {
        assertThat(run("System.out.println(System.in.read());").stdout().text()).isEqualTo("-1\n");
    }

    @Test
    void standardInputComesFromItsFile() throws IOException {
        Path words = Files.writeString(book.resolve("words.txt"), "one two");
        Job job = job("Reader", "System.out.println(new String(System.in.readAllBytes()));", LONG);
        Job fed =
                new Job("fed", job.script(), List.of(), List.of(), Optional.of(words), LONG, false);
        kernel.compile(List.of(fed));

        assertThat(kernel.run(fed).stdout().text()).isEqualTo("one two\n");
    }

    @Test
    void exitInAThreadEndsTheRunAlone() throws IOException {
        Execution execution =
                run("new Thread(() -> System.exit(7)).start(); Thread.sleep(60_000);");

        assertThat(execution.end()).isEqualTo(End.EXITED);
        assertThat(execution.exitCode()).isEqualTo(7);
    }

    @Test
    void memoryBeyondTheHeapEndsTheRun() throws IOException {
        Execution execution =
                run(
                        """
                        var all = new java.util.ArrayList<long[]>();
                        while (true) {
                            all.add(new long[1 << 20]);
                        }
                        """);

        assertThat(execution.end()).isEqualTo(End.OUT_OF_MEMORY);
    }

    @Test
    void killingTheParentKillsNobody() throws IOException {
        assumeTrue(Sandbox.best() != Sandbox.GUARDS, "no sandbox on this system");
        long before = ProcessHandle.current().pid();

        Execution execution =
                run(
                        """
                        ProcessHandle.allProcesses()
                                .filter(p -> p.pid() != ProcessHandle.current().pid())
                                .forEach(ProcessHandle::destroyForcibly);
                        System.out.println(ProcessHandle.allProcesses().count() < 10);
                        """);

        assertThat(execution.stdout().text()).isEqualTo("true\n");
        assertThat(ProcessHandle.current().pid()).isEqualTo(before);
    }

    @Test
    void orphanOfAnOrphanGoesWithTheRun() throws Exception {
        assumeTrue(Sandbox.best() != Sandbox.GUARDS, "no sandbox on this system");

        run("new ProcessBuilder(\"sh\", \"-c\", \"sleep 61.4321 & exit\").start().waitFor();");

        for (ProcessHandle left : ProcessHandle.allProcesses().toList()) {
            if (left.info().commandLine().orElse("").contains("sleep 61.4321")) {
                // a killed process may take a moment to go; one that lives on runs into the limit
                left.onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void bytesThatAreNoTextAreReplacedAndTold() throws IOException {
        Execution execution = run("System.out.write(0xff); System.out.flush();");

        assertThat(execution.stdout()).isEqualTo(new Captured("\ufffd\n", 0, false));
    }

    @ParameterizedTest
    @EnumSource(Sandbox.class)
    void writingOutsideItsFolderIsPreventedOrNamed(Sandbox sandbox) throws IOException {
        assumeTrue(sandbox.works(), sandbox + " does not work on this system");
        kernel.close();
        kernel = new JavaKernel(book, book.resolve("target/work"), sandbox);
        String file = book.resolve("stray.txt").toString();
        Execution execution =
                run(
                        "java.nio.file.Files.writeString(java.nio.file.Path.of(\""
                                + file
                                + "\"), \"x\");");

        if (sandbox.guardsFiles()) {
            assertThat(execution.exitCode()).isEqualTo(1);
            assertThat(execution.stderr().text()).contains("Read-only file system");
            assertThat(Path.of(file)).doesNotExist();
        } else {
            assertThat(execution.exitCode()).isZero();
            assertThat(execution.strays()).containsExactly("stray.txt");
        }
    }

    @ParameterizedTest
    @EnumSource(Sandbox.class)
    void networkIsOffAndLoopbackWorks(Sandbox sandbox) throws IOException {
        assumeTrue(sandbox.works(), sandbox + " does not work on this system");
        kernel.close();
        kernel = new JavaKernel(book, book.resolve("target/work"), sandbox);
        Execution execution =
                run(
                        """
                        try (var server = new java.net.ServerSocket(0);
                                var client = new java.net.Socket("localhost", server.getLocalPort())) {
                            System.out.println("loopback " + client.isConnected());
                        }
                        try {
                            java.net.InetAddress.getByName("example.org");
                            System.out.println("name found");
                        } catch (java.net.UnknownHostException e) {
                            System.out.println("no name");
                        }
                        try (var out = new java.net.Socket()) {
                            out.connect(new java.net.InetSocketAddress("192.0.2.1", 9), 500);
                            System.out.println("connected");
                        } catch (java.io.IOException e) {
                            System.out.println("no way out");
                        }
                        """);

        assertThat(execution.stdout().text()).isEqualTo("loopback true\nno name\nno way out\n");
    }

    @Test
    void temporaryFilesAndHomeAreTheRunsOwn() throws IOException {
        Execution execution =
                run(
                        """
                        var file = java.nio.file.Files.createTempFile("a", "b");
                        System.out.println(file.startsWith(System.getProperty("user.home")));
                        """);

        assertThat(execution.stdout().text()).isEqualTo("true\n");
    }

    @Test
    void scriptsOfOneCallDoNotSeeEachOther() throws IOException {
        Job one = job("First", "System.out.println(new Second());", LONG);
        Job two = job("Second", "System.out.println(2);", LONG);
        Map<Script, List<Diagnostic>> errors = kernel.compile(List.of(one, two));

        assertThat(errors.get(one.script()).stream().map(Diagnostic::toString))
                .containsExactly(
                        "scripts/First.java:3:24: error: cannot find symbol [failed-compile]\n"
                                + "  hint: symbol: class Second, location: class First");
        assertThat(errors.get(two.script())).isEmpty();
        assertThat(kernel.run(two).stdout().text()).isEqualTo("2\n");
    }

    @Test
    void scriptsOfOneCallMayUseTheSameNames() throws IOException {
        Job one =
                job(
                        "One",
                        "System.out.println(Same.x()); } } class Same { static int x() { return 1;",
                        LONG);
        Job two =
                job(
                        "Two",
                        "System.out.println(Same.x()); } } class Same { static int x() { return 2;",
                        LONG);
        assertThat(kernel.compile(List.of(one, two)).values()).allMatch(List::isEmpty);

        assertThat(kernel.run(one).stdout().text()).isEqualTo("1\n");
        assertThat(kernel.run(two).stdout().text()).isEqualTo("2\n");
    }

    @Test
    void twoJobsShareAScript() throws IOException {
        Job one = job("Shared", "System.out.println(args[0]);", LONG);
        List<Job> jobs = new ArrayList<>();
        for (String word : List.of("a", "b")) {
            jobs.add(
                    new Job(
                            word,
                            one.script(),
                            List.of(),
                            List.of(word),
                            Optional.empty(),
                            LONG,
                            false));
        }
        kernel.compile(jobs);

        assertThat(jobs.stream().map(job -> kernel.run(job).stdout().text()))
                .containsExactly("a\n", "b\n");
    }

    @Test
    void scriptForANewerJavaIsRefusedInWords() throws IOException {
        Path file = book.resolve("scripts/New.java");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "//JAVA 99+\nclass New { public static void main(String[] a) { } }\n");
        Script script = ScriptReader.read(book, file).script();
        Job job = new Job("new", script, List.of(), List.of(), Optional.empty(), LONG, false);
        int here = Runtime.version().feature();

        assertThat(kernel.compile(List.of(job)).get(script).stream().map(Diagnostic::toString))
                .containsExactly(
                        "scripts/New.java:1:1: error: the script asks for Java 99, this is Java "
                                + here
                                + " [failed-compile]\n  hint: run Lectern with JDK 99 or newer");
    }

    private Execution run(String body) throws IOException {
        return run(body, LONG);
    }

    private Execution run(String body, Duration timeout) throws IOException {
        Job job = job("Hostile", body, timeout);
        assertThat(kernel.compile(List.of(job)).get(job.script())).isEmpty();
        return kernel.run(job);
    }

    private Job job(String name, String body, Duration timeout) throws IOException {
        Path file = book.resolve("scripts/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "//RUNTIME_OPTIONS -Xmx64m\nclass "
                        + name
                        + " { public static void main(String[] args) throws Exception {\n"
                        + body
                        + "\n} }\n");
        Script script = ScriptReader.read(book, file).script();
        return new Job(name, script, List.of(), List.of(), Optional.empty(), timeout, false);
    }
}
