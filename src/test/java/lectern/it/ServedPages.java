package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import lectern.serve.BookServer;
import lectern.serve.ServedBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.Actions;

/** A small book that is served, and a browser that shows its pages. */
@Timeout(180)
abstract class ServedPages {
    static Browser browser;

    @TempDir Path root;

    ServedBook book;

    BookServer server;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void serve() throws IOException {
        book = new ServedBook(root);
        server = book.serve();
        show("first.html");
        appears("One sentence.");
        settles();
        // what is asked for before there is a page is not found, and Chromium says so
        browser.console();
        browser.js("window.sameDocument = true");
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(book.faults).isEmpty();
    }

    void show(String page) {
        browser.driver().get(server.url().replace("/?", "/" + page + "?"));
    }

    /** Wait until the page shows a text, or does not any more. */
    static void waits(String condition) {
        browser.driver()
                .executeAsyncScript(
                        "var done = arguments[0]; (function look() { if ("
                                + condition
                                + ") { done(); } else { setTimeout(look, 20); } })();");
    }

    static void appears(String text) {
        waits("document.body.innerText.includes('" + text + "')");
    }

    static void vanishes(String text) {
        waits("!document.body.innerText.includes('" + text + "')");
    }

    /** Wait until nothing is built and no cell runs. */
    static void settles() {
        waits(
                "document.querySelector('.lectern-state') &&"
                        + " document.querySelector('.lectern-state').hidden &&"
                        + " !document.querySelector('.lectern-cell')");
    }

    static void isTheSameDocument() {
        assertThat(browser.js("return window.sameDocument === true")).isEqualTo(true);
    }

    static void pointAt(String selector) {
        var element = browser.driver().findElement(By.cssSelector(selector));
        browser.js(
                "document.querySelector('"
                        + selector
                        + "').scrollIntoView({block: 'center', behavior: 'instant'})");
        new Actions(browser.driver()).moveToElement(element).perform();
    }
}
