package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import lectern.serve.ServedBook;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Points at blocks of a served page, before and after they are replaced. */
class LivePageIT extends ServedPages {
    @Test
    void blockLeadsToItsLineInTheFileOfItsAuthor() {
        show("second.html");
        waits(
                "document.querySelector('#halves .lectern-run') && document.querySelector('.output')");
        assertThat(leadsTo(".paragraph p")).endsWith("/notes/words.txt:1:1");
        assertThat(leadsTo("#halves code .hl-k")).endsWith("/scripts/One.java:5:1");
        assertThat(leadsTo(".output pre")).endsWith("/notes/c2.adoc:11:1");
        assertThat((String) browser.js("return document.querySelector('.lectern-edit').innerText"))
                .contains("notes/c2.adoc:11");
        show("first.html");
        waits("lecternLive.place(document.querySelector('main h1'))");
        assertThat(leadsTo("main h1")).startsWith("vscode://file/").endsWith("/notes/c1.adoc:2:1");
    }

    /** The address that the control leads to when one points at an element. */
    private static String leadsTo(String selector) {
        pointAt(selector);
        waits(
                "!document.querySelector('.lectern-edit').hidden && lecternLive.place("
                        + "document.querySelector('"
                        + selector
                        + "')).place === document.querySelector('.lectern-edit button').innerText");
        return (String) browser.js("return document.querySelector('.lectern-edit a').href");
    }

    @Test
    void keyboardReachesTheWayToTheSourceAfterTheLinkOfAHeading() {
        waits("lecternLive.place(document.querySelector('main h1'))");
        browser.js("document.querySelector('main').focus()");
        for (int stops = 0; stops < 20; stops++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            if ((boolean) browser.js("return document.activeElement.matches('.lectern-edit a')")) {
                break;
            }
        }

        assertThat((String) browser.js("return document.activeElement.href"))
                .contains("/notes/c1.adoc:");
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat((String) browser.js("return document.activeElement.innerText"))
                .startsWith("notes/c1.adoc:");
    }

    @Test
    void lineThatComesInMovesThePlacesAndReplacesNothingElse() throws IOException {
        waits("lecternLive.place(document.querySelector('main h1'))");
        browser.js("window.kept = Array.from(document.querySelectorAll('.paragraph p')).pop()");
        book.write("notes/c1.adoc", ServedBook.FIRST.replace("One sentence.", "New.\n\nOne more."));

        appears("One more.");

        assertThat(browser.js("return window.kept.isConnected")).isEqualTo(true);
        assertThat(browser.js("return lecternLive.place(window.kept).place"))
                .isEqualTo("notes/c1.adoc:13");
        isTheSameDocument();
    }

    @Test
    void replacedListingHasOneCopyButtonThatCopiesWhatItSaysNow() throws IOException {
        String listing = ServedBook.FIRST + "\n[source,java]\n----\nint old;\n----\n";
        book.write("notes/c1.adoc", listing);
        appears("int old;");
        waits("document.querySelectorAll('.listingblock .copy').length === 1");
        browser.js(
                "navigator.clipboard.writeText = function (text) {"
                        + " window.copied = text; return Promise.resolve(); };");
        book.write("notes/c1.adoc", listing.replace("int old", "int fresh"));
        appears("int fresh;");

        waits("document.querySelectorAll('.listingblock .copy').length === 1");
        browser.js("document.querySelector('.listingblock .copy').click()");
        assertThat(browser.js("return window.copied")).isEqualTo("int fresh;");
        isTheSameDocument();
    }

    @Test
    void cardOfAReferenceShowsWhatTheEditedChapterSaysNow() throws IOException {
        pointAtTheReference();
        waits("document.querySelector('.card')?.textContent.includes('Words from elsewhere.')");
        browser.js(
                "document.addEventListener('lectern:files', function (event) {"
                        + " if (event.detail.has('assets/cards/second.js')) { window.cards = true; }"
                        + " });");
        book.write("notes/words.txt", "Words from here.\n");
        pointAt("main h1");
        waits("window.cards && document.querySelector('.card').hidden");

        pointAtTheReference();
        waits(
                "!document.querySelector('.card').hidden &&"
                        + " document.querySelector('.card').textContent.includes('Words from here.')");
        isTheSameDocument();
    }

    private static void pointAtTheReference() {
        pointAt("main .paragraph a[href*=second]");
    }

    @Test
    void listOfSectionsFollowsANewHeading() throws IOException {
        book.write("notes/c1.adoc", ServedBook.FIRST + "\n=== Added\n\nMore.\n");

        waits("document.querySelector('nav.sections').textContent.includes('Added')");
        browser.js("document.querySelector('nav.sections a').click()");
        isTheSameDocument();
    }
}
