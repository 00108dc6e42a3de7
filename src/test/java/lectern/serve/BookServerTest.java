package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The front of the server, asked as an attacker would, byte by byte; the book is never read. */
@Timeout(60)
class BookServerTest {
    @TempDir private Path root;
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
        front = new WebFront(ServeSettings.LOCAL, () -> site, () -> 3, new Audience());
        url = URI.create(front.url());
        token = url.getQuery().substring("token=".length());
    }

    @AfterEach
    void close() {
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
}
