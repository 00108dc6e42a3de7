package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looks for barriers on every page with axe-core: all its rules, and contrast in both themes. */
class SiteAccessIT {
    private static Browser browser;
    private static String axe;
    private static String run;

    @BeforeAll
    static void open() throws IOException {
        axe = resource("/axe.min.js");
        run = resource("/axe-run.js");
        browser = Browser.open();
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream script = SiteAccessIT.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"light,1440", "dark,1440", "light,360"})
    void noPageHasABarrier(String theme, int width) throws IOException {
        browser.prefer(theme);
        browser.viewport(width);
        boolean phone = width == 360;
        int passed = 0;
        int kinds = 0;
        List<Path> pages = phone ? List.of(Browser.page("interconnects")) : Browser.pages();
        for (Path page : pages) {
            browser.show(page);
            browser.js(axe);
            boolean everything = theme.equals("light");
            // the blocks of the whole book are those of the other pages: only what is around them
            boolean frame = page.endsWith("book.html");
            List<?> said = (List<?>) browser.driver().executeAsyncScript(run, everything, frame);
            assertThat(said.subList(2, said.size())).as("%s", page.getFileName()).isEmpty();
            passed += Integer.parseInt((String) said.get(0));
            kinds += Integer.parseInt((String) said.get(1));
        }
        assertThat(passed).isGreaterThanOrEqualTo(pages.size());
        assertThat(kinds).isGreaterThan(5 * pages.size());
    }
}
