package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lectern.build.TrialRun;
import lectern.runs.RunPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The front of the server, asked as an attacker would, byte by byte; the book is never read. */
@Timeout(60)
class BookServerTest {
    @TempDir private Path root;
    private final CountDownLatch ended = new CountDownLatch(1);
    private RunDoor runs;
    private WebFront front;
    private URI url;
    private String token;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(root.resolve("site"));
        Files.writeString(
                root.resolve("site/index.html"), "<html><head><title>x</title></head></html>");
        Files.writeString(root.resolve("secret.txt"), "secret");
        SiteFolder site = new SiteFolder(root.resolve("site"));
        runs = new RunDoor(new Trials(this::run, this::accept), this::cell);
        front = serve(ServeSettings.LOCAL, site);
        url = URI.create(front.url());
        token = url.getQuery().substring("token=".length());
    }

    private WebFront serve(ServeSettings settings, SiteFolder site) {
        return new WebFront(settings, "edit:{file}", () -> site, () -> 3, new Audience(), runs);
    }

    /** Prints its arguments and, for {@code wait}, runs until it is stopped. */
    private TrialRun.Ended run(Trial trial) {
        trial.printed("got " + trial.args() + "\n");
        try {
            while (trial.args().contains("wait") && !trial.enough()) {
                Thread.onSpinWait();
            }
            return new TrialRun.Ended(
                    trial.item(),
                    trial.enough() ? TrialRun.Outcome.STOPPED : TrialRun.Outcome.OTHER,
                    0,
                    Duration.ZERO,
                    List.of(),
                    Optional.empty());
        } finally {
            ended.countDown();
        }
    }

    private Optional<String> accept(TrialRun.Ended trial) {
        return Optional.of("not this one");
    }

    private Optional<RunPlan.Item> cell(String name) {
        return name.equals("one") ? Optional.of(TrialsTest.cell("one", false)) : Optional.empty();
    }

    @AfterEach
    void close() {
        runs.close();
        front.close();
    }

    private String ask(String method, String path, String... headers) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String request = method + " " + path + " HTTP/1.1\r\nConnection: close\r\n";
            request += String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a page of the book sends. */
    private String post(String path, String body) throws IOException {
        return ask(
                "POST",
                path,
                host(),
                cookie(),
                "Origin: http://" + url.getAuthority(),
                "X-Lectern-Token: " + token,
                "Content-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\n\r\n"
                        + body);
    }

    private String host() {
        return "Host: " + url.getAuthority();
    }

    private String cookie() {
        return "Cookie: lectern-" + url.getPort() + "=" + token;
    }

    @Test
    void serverListensOnThisMachineAlone() {
        assertThat(url.getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void addressWithItsTokenGivesThePageAndACookieForTheRest() throws IOException {
        String answer = ask("GET", "/?token=" + token, host());

        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains("<title>x</title>", "/_lectern/live.js", "content=\"3\"")
                .containsIgnoringCase("Cache-Control: no-store")
                .containsIgnoringCase("X-Frame-Options: DENY")
                .containsIgnoringCase("Referrer-Policy: no-referrer")
                .containsPattern("(?i)Set-Cookie: .*HttpOnly")
                .containsPattern("(?i)Set-Cookie: .*SameSite=Strict");
        assertThat(ask("GET", "/index.html", host(), cookie())).startsWith("HTTP/1.1 200 ");
        assertThat(ask("GET", "/_lectern/live.css", host(), cookie())).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void nothingIsGivenWithoutTheToken() throws IOException {
        assertThat(ask("GET", "/", host())).startsWith("HTTP/1.1 403 ").doesNotContain(token);
        assertThat(ask("GET", "/_lectern/events", host())).startsWith("HTTP/1.1 403 ");
        assertThat(ask("GET", "/?token=x", host())).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void reboundNameIsRefused() throws IOException {
        assertThat(ask("GET", "/", "Host: evil.example:" + url.getPort(), cookie()))
                .startsWith("HTTP/1.1 403 ")
                .contains("this server has another name");
    }

    @Test
    void changeAskedByAnotherSiteIsRefused() throws IOException {
        assertThat(
                        ask(
                                "POST",
                                "/_lectern/run",
                                host(),
                                cookie(),
                                "Origin: http://evil.example",
                                "Content-Length: 0"))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void pathsOutsideTheSiteLeadNowhere() throws IOException {
        for (String path :
                new String[] {
                    "/../secret.txt",
                    "/..%2fsecret.txt",
                    "/%2e%2e/secret.txt",
                    "/%252e%252e/secret.txt",
                    "/..%5csecret.txt",
                    "//" + root.resolve("secret.txt"),
                    "/%00"
                }) {
            assertThat(ask("GET", path, host(), cookie()))
                    .as(path)
                    .startsWith("HTTP/1.1 40")
                    .doesNotContain("\r\n\r\nsecret");
        }
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        String answer = ask("GET", "/", host(), cookie(), "X-Long: " + "x".repeat(100_000));

        assertThat(answer).doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void pageRunsAnExampleAndReadsWhatItPrints() throws IOException {
        assertThat(post("/_lectern/run?cell=one", "a 'b c'"))
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("Content-Type: application/x-ndjson; charset=utf-8")
                .contains("{\"run\":\"1\"}", "{\"out\":\"got [a, b c]\\n\"}", "\"end\":\"other\"");
    }

    @Test
    void unknownExampleIsRefused() throws IOException {
        assertThat(post("/_lectern/run?cell=two", ""))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("there is no example 'two' to run\n");
    }

    @Test
    void unknownRequestIsRefused() throws IOException {
        assertThat(post("/_lectern/rub?cell=one", ""))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("there is nothing to ask for here\n");
    }

    @Test
    void longArgumentsAreRefused() throws IOException {
        assertThat(post("/_lectern/run?cell=one", "x".repeat(4097)))
                .startsWith("HTTP/1.1 413 ")
                .contains("arguments are at most 4096 bytes");
        assertThat(post("/_lectern/run?cell=one", "x".repeat(4096))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void argumentsWithoutALengthAreBoundedAsWell() throws IOException {
        String chunk = "1000\r\n" + "x".repeat(4096) + "\r\n";
        assertThat(
                        ask(
                                "POST",
                                "/_lectern/run?cell=one",
                                host(),
                                cookie(),
                                "Origin: http://" + url.getAuthority(),
                                "X-Lectern-Token: " + token,
                                "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + "0\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("arguments are at most 4096 bytes");
    }

    @Test
    void runThatIsNotKnownIsNeitherStoppedNorAccepted() throws IOException {
        for (String path : new String[] {"/_lectern/stop?run=9", "/_lectern/accept?run=9"}) {
            assertThat(post(path, ""))
                    .startsWith("HTTP/1.1 404 ")
                    .endsWith("there is no such run any more: run the example again\n");
        }
    }

    @Test
    void refusalToRecordReachesThePage() throws IOException {
        post("/_lectern/run?cell=one", "");

        assertThat(post("/_lectern/accept?run=1", ""))
                .startsWith("HTTP/1.1 409 ")
                .endsWith("not this one\n");
    }

    @Test
    void runWhosePageLeavesIsStopped() throws Exception {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String request =
                    String.join(
                            "\r\n",
                            "POST /_lectern/run?cell=one HTTP/1.1",
                            host(),
                            cookie(),
                            "Origin: http://" + url.getAuthority(),
                            "X-Lectern-Token: " + token,
                            "Content-Length: 4",
                            "",
                            "wait");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
        }

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void stopEndsTheRunOfAnotherConnection() throws Exception {
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return post("/_lectern/run?cell=one", "wait");
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        String stopped;
        do {
            stopped = post("/_lectern/stop?run=1", "");
        } while (stopped.startsWith("HTTP/1.1 404 "));

        assertThat(stopped).startsWith("HTTP/1.1 200 ").endsWith("stopped\n");
        assertThat(answer.get(30, TimeUnit.SECONDS)).contains("\"end\":\"stopped\"");
    }

    @Test
    void everyChangeNeedsTheOriginAndTheTokenOfThePage() throws IOException {
        String here = "Origin: http://" + url.getAuthority();
        String sworn = "X-Lectern-Token: " + token;
        String only = "only a page of this book may ask for that\n";
        for (String path :
                new String[] {
                    "/_lectern/run?cell=one", "/_lectern/stop?run=1", "/_lectern/accept?run=1"
                }) {
            assertThat(ask("POST", path, host(), cookie(), here))
                    .startsWith("HTTP/1.1 403 ")
                    .endsWith(only);
            assertThat(ask("POST", path, host(), cookie(), sworn)).endsWith(only);
            assertThat(ask("POST", path, host(), cookie(), here, "X-Lectern-Token: x"))
                    .endsWith(only);
            assertThat(ask("POST", path + "&token=" + token, host(), here)).endsWith(only);
            assertThat(ask("POST", path, host(), cookie(), "Origin: http://evil.example", sworn))
                    .endsWith("pages of other sites may not ask here\n");
            assertThat(ask("POST", path, "Host: evil.example", cookie(), here, sworn))
                    .endsWith("this server has another name\n");
            assertThat(ask("POST", path, host(), here, sworn))
                    .endsWith("open the address that the terminal shows, with its token\n");
        }
        assertThat(ended.getCount()).isEqualTo(1);
    }

    @Test
    void whereOthersCanAskNothingIsRun() throws IOException {
        front.close();
        SiteFolder site = new SiteFolder(root.resolve("site"));
        front = serve(new ServeSettings("0.0.0.0", 0, ServeSettings.VS_CODE), site);
        url = URI.create(front.url().replace("0.0.0.0", "127.0.0.1"));
        token = url.getQuery().substring("token=".length());

        assertThat(ask("GET", "/index.html", host(), cookie())).startsWith("HTTP/1.1 200 ");
        for (String path :
                new String[] {
                    "/_lectern/run?cell=one", "/_lectern/stop?run=1", "/_lectern/accept?run=1"
                }) {
            assertThat(post(path, ""))
                    .startsWith("HTTP/1.1 403 ")
                    .endsWith(
                            "nothing is run or recorded for other machines: serve without --host\n");
        }
        assertThat(ended.getCount()).isEqualTo(1);
    }
}
