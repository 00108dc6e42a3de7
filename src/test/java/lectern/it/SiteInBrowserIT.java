package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Opens every page of the site from the file system, as a reader without a server would. */
class SiteInBrowserIT {
    private static final Path SITE = Browser.SITE;
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void startAfresh() {
        browser.viewport(1440);
        browser.prefer("light");
        browser.show(SITE.resolve("index.html"));
        browser.js("localStorage.clear()");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1440})
    void noPageScrollsSideways(int width) throws IOException {
        browser.viewport(width);
        for (Path page : Browser.pages()) {
            browser.show(page);
            assertThat((Long) browser.js("return window.innerWidth")).isEqualTo(width);
            assertThat((Long) browser.js("return document.documentElement.scrollWidth"))
                    .as("%s at %d px", page.getFileName(), width)
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void noPageComplainsOrLeavesItsFolder() throws IOException {
        browser.console();
        browser.requests();
        browser.offline(true);
        for (Path page : Browser.pages()) {
            browser.show(page);
            browser.js("return document.fonts.ready.then(() => document.fonts.size)");
            assertThat(browser.console()).as("console of %s", page.getFileName()).isEmpty();
            List<String> requests = browser.requests();
            assertThat(requests).as("requests of %s", page.getFileName()).isNotEmpty();
            String folder =
                    "\"url\":\""
                            + SITE.toUri()
                                    .toString()
                                    .replace("file:/", "file:///")
                                    .replaceAll("/{4,}", "///");
            assertThat(requests)
                    .allMatch(
                            request ->
                                    request.contains(folder)
                                            || request.contains("\"url\":\"data:"));
        }
        browser.offline(false);
    }

    @Test
    void themeSwitchIsRemembered() {
        browser.show(SITE.resolve("interconnects.html"));
        String before = background();
        browser.driver().findElement(By.cssSelector("button.theme")).click();
        String after = background();
        assertThat(after).isNotEqualTo(before);
        browser.show(SITE.resolve("latency-numbers.html"));
        assertThat(background()).isEqualTo(after);
    }

    @Test
    void themeFollowsTheSystem() {
        String light = background();
        browser.prefer("dark");
        browser.show(SITE.resolve("index.html"));
        assertThat(background()).isNotEqualTo(light);
    }

    private static String background() {
        return (String) browser.js("return getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void skipLinkIsTheFirstStopOfTheKeyboard() {
        browser.show(SITE.resolve("interconnects.html"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("href"))
                .startsWith("#");
    }

    @Test
    void noPageHasInlineHandlers() throws IOException {
        for (Path page : Browser.pages()) {
            assertThat(Files.readString(page)).doesNotContain("onclick=", "onload=");
        }
    }
}
