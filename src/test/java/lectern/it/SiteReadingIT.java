package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Reads the book as a reader does: searches, points, copies, unfolds and sets the page up. */
class SiteReadingIT {
    private static final Path CHAPTER = Browser.page("interconnects");
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        browser.driver()
                .executeCdpCommand(
                        "Browser.grantPermissions",
                        Map.of(
                                "permissions",
                                List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
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
        browser.show(Browser.page("index"));
        browser.js("localStorage.clear()");
        browser.console();
    }

    private static WebElement find(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    private static void press(CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private static void search(String text) {
        browser.until("document.querySelector('.search-input') === document.activeElement");
        browser.until("self.MiniSearch && document.querySelector('.search-status').textContent");
        find(".search-input").clear();
        find(".search-input").sendKeys(text);
        browser.until("document.querySelector('.hits').dataset.query == '" + text + "'");
        browser.until("document.querySelector('.hit')");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "带宽 | glossary.html#term-bandwidth | 带宽",
                "链 | glossary.html#term-link | 链路",
                "同主机 | interconnects.html | 用于同主机 GPU 间通信加速",
                "val | how-this-book-is-made.html#made-values | val:",
                "Zhang | bibliography.html#d2l | Dive into Deep Learning",
                "evaluating modern gpu | bibliography.html#li2020 | NVSwitch and GPUDirect",
                "RingAllReduce | interconnects.html#ring-all-reduce | all-reduce",
                "latency numbers | latency-numbers.html | every programmer should know",
                "gibibyte | interconnects.html | seven percent more",
            })
    void searchFindsTheTitleFirstAndShowsTheSentence(String query, String place, String sentence) {
        browser.show(Browser.page("ledger"));
        press("/");
        search(query);
        List<?> hits =
                (List<?>)
                        browser.js(
                                "return [...document.querySelectorAll('.hit')].map(a =>"
                                        + " a.getAttribute('href') + ' ' + a.textContent)");
        assertThat(hits).isNotEmpty();
        assertThat(hits.subList(0, Math.min(3, hits.size())))
                .anySatisfy(hit -> assertThat((String) hit).startsWith(place).contains(sentence));
        assertThat(browser.js("return document.querySelectorAll('.hit mark').length"))
                .isNotEqualTo(0L);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void searchWorksByKeyboardAlone() {
        browser.show(CHAPTER);
        new Actions(browser.driver())
                .keyDown(Keys.CONTROL)
                .sendKeys("k")
                .keyUp(Keys.CONTROL)
                .perform();
        search("ring all-reduce");
        press(Keys.ARROW_DOWN);
        browser.until("document.activeElement.matches('.hit')");
        press(Keys.ARROW_UP);
        browser.until("document.activeElement.matches('.search-input')");
        press(Keys.ESCAPE);
        browser.until("!document.querySelector('dialog').open");
        press("/");
        search("pointer chase");
        press(Keys.ENTER);
        browser.until("location.href.endsWith('glossary.html#term-pointer-chase')");
    }

    @Test
    void nothingFoundIsSaid() {
        press("/");
        browser.until("self.MiniSearch && document.querySelector('.search-status').textContent");
        find(".search-input").sendKeys("xyzzyplugh");
        browser.until("document.querySelector('.search-status').textContent === 'Nothing found'");
    }

    @Test
    void referenceShowsItsTargetOnHoverAndFocus() {
        browser.show(CHAPTER);
        WebElement figure = find(".text a[href='#fig-interconnects-paths']");
        new Actions(browser.driver()).moveToElement(figure).perform();
        browser.until("document.querySelector('.card:not([hidden]) figure svg')");
        browser.picture("card-1440-light");
        assertThat(figure.getDomAttribute("aria-describedby")).isEqualTo("card");
        press(Keys.ESCAPE);
        browser.until("document.querySelector('.card').hidden");
        browser.js(
                "const link = document.querySelector(\".text a[href^='latency-numbers.html']\");"
                        + "link.focus({focusVisible: true})");
        browser.until(
                "/How long does an access/.test(document.querySelector('.card').textContent)");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void copyTakesTheCodeWithoutItsMarksAndTheCommandByItself() {
        browser.show(CHAPTER);
        browser.js(
                "const area = document.createElement('textarea'); area.id = 'paste';"
                        + "document.querySelector('main').prepend(area);");
        browser.js("document.querySelector('#bandwidth-ladder .run-line').scrollIntoView(false)");
        find("#bandwidth-ladder .content > .copy").click();
        assertThat(pasted()).contains("record Pcie(").doesNotContainPattern("(?m)[,;] *[123]$");
        find("#bandwidth-ladder .run-line .copy").click();
        assertThat(pasted()).isEqualTo("jbang interconnect-math");
    }

    private static String pasted() {
        browser.until(
                "[...document.querySelectorAll('.copy')].some(b => b.textContent == 'Copied')");
        browser.js("document.querySelectorAll('.copy').forEach(b => b.textContent = 'Copy')");
        WebElement area = find("#paste");
        area.clear();
        area.sendKeys(Keys.chord(Keys.CONTROL, "v"));
        browser.until("document.querySelector('#paste').value");
        return area.getDomProperty("value").strip();
    }

    @Test
    void notesStandBesideTheirLineOnWidePages() {
        browser.show(CHAPTER);
        assertThat(browser.js("return document.querySelectorAll('.sidenote').length"))
                .isNotEqualTo(0L);
        Object beside =
                browser.js(
                        "const right = document.querySelector('.text p').getBoundingClientRect().right;"
                                + "return [...document.querySelectorAll('.annotation, .sidenote')]"
                                + ".every(n => n.getBoundingClientRect().left > right)");
        assertThat(beside).isEqualTo(true);
        Object line =
                browser.js(
                        "const note = document.querySelector('.sidenote');"
                                + "return Math.abs(note.getBoundingClientRect().top -"
                                + " note.previousElementSibling.getBoundingClientRect().top)");
        assertThat(((Number) line).doubleValue()).isLessThan(30);
        assertThat(find(".footnotes").isDisplayed()).isFalse();
    }

    @Test
    void notesFoldInPlaceOnAPhone() {
        browser.viewport(360);
        browser.show(CHAPTER);
        browser.until("document.querySelectorAll('.note-open').length > 1");
        long folded = height(".annotation.zh");
        find(".annotation.zh > .note-open").click();
        assertThat(height(".annotation.zh")).isGreaterThan(2 * folded);
        assertThat(find(".sidenote").isDisplayed()).isFalse();
        browser.js("document.querySelector('a[role=doc-noteref]').click()");
        assertThat(find(".sidenote").isDisplayed()).isTrue();
        assertThat(find("a[role=doc-noteref]").getDomAttribute("aria-expanded")).isEqualTo("true");
    }

    private static long height(String selector) {
        return (Long) browser.js("return document.querySelector('" + selector + "').offsetHeight");
    }

    @Test
    void annotationsSizeAndWidthAreRemembered() {
        browser.show(CHAPTER);
        find(".display-open").click();
        browser.js("document.querySelector('input[value=english]').click()");
        browser.js("document.querySelector('input[value=larger]').click()");
        browser.js("document.querySelector('input[name=width][value=wide]').click()");
        browser.picture("display-1440-light");
        press(Keys.ESCAPE);
        browser.until("document.querySelector('.display-panel').hidden");
        browser.show(CHAPTER);
        assertThat(find(".annotation.zh").isDisplayed()).isFalse();
        assertThat(find(".annotation.rendering").isDisplayed()).isTrue();
        assertThat(browser.js("return getComputedStyle(document.documentElement).fontSize"))
                .isEqualTo("20px");
        assertThat((Long) browser.js("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(1440L);
        browser.js("localStorage.setItem('lectern-annotations', 'original')");
        browser.show(CHAPTER);
        assertThat(find(".annotation.zh").isDisplayed()).isTrue();
        assertThat(find(".annotation.rendering").isDisplayed()).isFalse();
    }

    @Test
    void contentsOfThePageFollowTheScroll() {
        browser.show(CHAPTER);
        browser.js(
                "document.documentElement.style.scrollBehavior = 'auto';"
                        + "document.getElementById('interconnects-mesh').scrollIntoView()");
        browser.until(
                "document.querySelector('.sections [aria-current]').hash == '#interconnects-mesh'");
        browser.until(
                "document.querySelector('.nav-sections [aria-current]').hash == '#interconnects-mesh'");
    }

    @Test
    void mapOpensAndClosesOnAPhone() {
        browser.viewport(360);
        browser.show(CHAPTER);
        find(".menu-open").click();
        browser.until("document.activeElement.matches('.menu-close')");
        browser.picture("map-360-light");
        press(Keys.ESCAPE);
        assertThat(find("#map").isDisplayed()).isFalse();
    }

    @Test
    void textIsThereWithoutAnyScript() {
        browser.driver()
                .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.viewport(360);
            browser.show(CHAPTER);
            assertThat(find(".annotation.zh").getSize().height).isGreaterThan(80);
            assertThat(find(".text").getText()).contains("How much faster is NVLink than PCIe");
        } finally {
            browser.driver()
                    .executeCdpCommand(
                            "Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void siteWorksFromASubfolderOfAWebHost() throws Exception {
        try (SubfolderHost host = SubfolderHost.serve(Browser.SITE, "/some/where/book")) {
            browser.requests();
            browser.driver().get(host.address() + "interconnects.html");
            press("/");
            search("ring all-reduce");
            find(".hit").click();
            browser.until("location.hash == '#ring-all-reduce'");
            assertThat(browser.requests())
                    .isNotEmpty()
                    .allMatch(request -> request.contains("\"url\":\"" + host.address()));
            assertThat(host.missed()).isEmpty();
            assertThat(browser.console()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"360,light", "360,dark", "768,light", "1440,light", "1440,dark"})
    void picturesAreKept(int width, String theme) {
        browser.viewport(width);
        browser.prefer(theme);
        for (String page : List.of("index", "interconnects", "latency-numbers", "lists", "book")) {
            browser.show(Browser.page(page));
            browser.js("return document.fonts.ready.then(() => document.fonts.size)");
            browser.picture(page + "-" + width + "-" + theme);
        }
        assertThat(browser.console()).isEmpty();
    }
}
