package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeTest {

    @Test
    void bookMayReplaceOneFile(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("docs-theme/html"));
        Files.writeString(root.resolve("docs-theme/html/site.css"), "p{}", StandardCharsets.UTF_8);
        Theme theme = Theme.of(root);
        assertThat(theme.text("html/site.css")).isEqualTo("p{}");
        assertThat(theme.text("html/page.html")).startsWith("<!doctype html>");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> Theme.builtIn().text("html/none.css"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("theme has no 'html/none.css'");
    }

    @Test
    void fileOutsideTheThemeIsNotRead(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("docs-theme"));
        Files.writeString(root.resolve("secret"), "x", StandardCharsets.UTF_8);
        assertThat(Theme.of(root).find("../secret")).isEmpty();
    }

    @Test
    void everyFontOfTheStyleSheetIsThere() {
        Theme theme = Theme.builtIn();
        var fonts =
                Pattern.compile("url\\(\"(fonts/[^\"]+)\"\\)")
                        .matcher(theme.text("html/site.css"))
                        .results()
                        .map(result -> result.group(1))
                        .toList();
        assertThat(fonts).hasSizeGreaterThan(10);
        assertThat(fonts).allSatisfy(font -> assertThat(theme.find(font)).as(font).isPresent());
    }
}
