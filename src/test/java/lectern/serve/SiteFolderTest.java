package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteFolderTest {
    @TempDir private Path temp;
    private Path root;
    private SiteFolder folder;

    @BeforeEach
    void fill() throws IOException {
        root = Files.createDirectories(temp.resolve("site"));
        Files.createDirectories(root.resolve("assets"));
        Files.createDirectories(temp.resolve("site-secret"));
        Files.writeString(root.resolve("index.html"), "page");
        Files.writeString(root.resolve("assets/site.css"), "css");
        Files.writeString(root.resolve(".hidden"), "hidden");
        Files.writeString(temp.resolve("secret.txt"), "secret");
        Files.writeString(temp.resolve("site-secret/secret.txt"), "secret");
        folder = new SiteFolder(root);
    }

    @Test
    void filesOfTheSiteAreFound() {
        assertThat(folder.find("/")).isPresent().isEqualTo(folder.find("/index.html"));
        assertThat(folder.find("/assets/site.css")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/assets/../../secret.txt",
                "/..%2fsecret.txt",
                "/%2e%2e/secret.txt",
                "/..\\secret.txt",
                "/../site-secret/secret.txt",
                "//etc/passwd",
                "/etc/passwd",
                "/C:/secret.txt",
                "/./index.html",
                "/assets//site.css",
                "/assets",
                "/assets/",
                "/.hidden",
                "/index.html\u0000.txt",
                "/nothing.html",
                "index.html",
                ""
            })
    void nothingElseIsFound(String path) {
        assertThat(folder.find(path)).isEmpty();
    }

    @Test
    void absolutePathIsNotFound() {
        assertThat(folder.find("/" + temp.resolve("secret.txt"))).isEmpty();
        assertThat(folder.find(temp.resolve("secret.txt").toString())).isEmpty();
    }

    @Test
    void linkThatLeadsOutsideIsNotFound() throws IOException {
        Files.createSymbolicLink(root.resolve("link.txt"), temp.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("folder"), temp.resolve("site-secret"));
        Files.createSymbolicLink(root.resolve("inside.html"), root.resolve("index.html"));

        assertThat(folder.find("/link.txt")).isEmpty();
        assertThat(folder.find("/folder/secret.txt")).isEmpty();
        assertThat(folder.find("/inside.html")).isPresent();
    }

    @Test
    void typesGoByTheEndOfTheName() {
        assertThat(SiteFolder.type("a.html")).isEqualTo("text/html; charset=utf-8");
        assertThat(SiteFolder.type("a.svg")).isEqualTo("image/svg+xml");
        assertThat(SiteFolder.type("a")).isEqualTo("application/octet-stream");
    }
}
