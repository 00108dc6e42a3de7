package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lectern.render.Theme;
import org.junit.jupiter.api.Test;

class LivePageTest {
    private static final String PAGE = Theme.builtIn().text("html/page.html");

    @Test
    void pageOfTheThemeGetsTheScriptFirstAndMayConnectToItsServer() {
        String live = LivePage.of(PAGE, 7, "abc", "edit:/a&$1/{file}");

        assertThat(live)
                .contains("<meta name=\"lectern-version\" content=\"7\">")
                .contains("<meta name=\"lectern-token\" content=\"abc\">")
                .contains("<meta name=\"lectern-editor\" content=\"edit:/a&amp;$1/{file}\">")
                .contains("default-src 'none'; connect-src 'self'; script-src 'self'");
        assertThat(live.indexOf("/_lectern/live.js")).isLessThan(live.indexOf("assets/lectern.js"));
    }

    @Test
    void waitingPageIsLiveAsWell() {
        assertThat(LivePage.of(LivePage.WAITING, 1, "abc", "")).contains("/_lectern/live.js");
    }

    @Test
    void everyRegionThatTheScriptLooksForIsInTheTheme() throws IOException {
        try (var in = LivePage.class.getResourceAsStream("live.js")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("[\"main.main\", \"nav.map\", \"nav.sections\", \".bar-title\"]");
        }
        assertThat(PAGE)
                .contains("<main class=\"main\"")
                .contains("<nav class=\"map\"")
                .contains("<nav class=\"sections\"")
                .contains("class=\"bar-title\"");
    }
}
