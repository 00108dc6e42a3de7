package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import lectern.render.Theme;
import lectern.serve.ServedBook;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** Edits a book that is served, and looks at its pages as its author does. */
class LiveBookIT extends ServedPages {
    private static final String INDENT =
            "getComputedStyle(document.querySelector('main')).textIndent";

    @Test
    void editedParagraphIsShownWithoutLosingThePlaceOrTheFolds() throws IOException {
        browser.js("document.querySelector('main details').open = true");
        book.write("notes/c1.adoc", ServedBook.FIRST.replace("One sentence", "Another one"));

        appears("Another one");

        isTheSameDocument();
        assertThat(browser.js("return document.querySelector('main details').open"))
                .isEqualTo(true);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void editedIncludeIsShown() throws IOException {
        show("second.html");
        book.write("notes/words.txt", "Quite other words.\n");

        appears("Quite other words.");
    }

    @Test
    void editedTitleIsShownWhereOthersReferToIt() throws IOException {
        book.write("notes/c2.adoc", ServedBook.SECOND.replace("== Second", "== Renamed"));

        appears("Renamed");

        isTheSameDocument();
        waits("document.querySelector('main').innerText.includes('Renamed')");
    }

    @Test
    void brokenNoteShowsItsMistakeUntilItIsMended() throws Exception {
        book.mistakes.clear();
        book.write("notes/c1.adoc", ServedBook.FIRST.replace("<<second>>", "<<nowhere>>"));

        appears("1 mistake");
        appears("notes/c1.adoc:");
        appears("The next chapter is <<nowhere>>.");
        List<String> printed = book.mistakes.poll(30, TimeUnit.SECONDS);
        assertThat(printed).hasSize(1);
        assertThat(printed.get(0)).startsWith("notes/c1.adoc:11:").contains("11 | The next");
        assertThat((String) browser.js("return document.querySelector('.place').href"))
                .startsWith("vscode://file/")
                .contains("/notes/c1.adoc:11:");

        book.write("notes/c1.adoc", ServedBook.FIRST);
        vanishes("1 mistake");
        isTheSameDocument();
    }

    @Test
    void twoTabsBothFollow() throws IOException {
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        show("first.html");
        appears("One sentence.");
        book.write("notes/c1.adoc", ServedBook.FIRST.replace("One sentence", "Two tabs"));

        appears("Two tabs");
        browser.driver().close();
        browser.driver().switchTo().window(first);
        appears("Two tabs");
        isTheSameDocument();
    }

    @Test
    void editedScriptRunsAgainAndItsOutputIsShown() throws IOException {
        show("second.html");
        appears("half of 1 is 0.5");
        settles();
        book.write("scripts/One.java", ServedBook.SCRIPT.replace("half of", "the half of"));

        appears("the half of 1 is 0.5");
        settles();
        assertThat(Files.readString(root.resolve("notes/runs/halves.run"))).isNotEmpty();
    }

    @Test
    void failingScriptKeepsTheOldOutputAndSaysSo() throws IOException {
        show("second.html");
        settles();
        book.write("scripts/One.java", ServedBook.SCRIPT.replace("half(1)", "half(1"));

        appears("scripts/One.java:");
        appears("half of 1 is 0.5");
        book.write("scripts/One.java", ServedBook.SCRIPT);
        vanishes("mistake");
        settles();
    }

    @Test
    void chapterThatIsTakenOutIsGoneAndComesBack() throws IOException {
        String main = Files.readString(root.resolve("notes/book.adoc"));
        book.write("notes/c1.adoc", ServedBook.FIRST.replace("<<second>>", "none"));
        appears("The next chapter is none.");
        show("second.html");
        settles();
        book.write("notes/book.adoc", main.replace("include::c2.adoc[]", "include::c3.adoc[]"));
        book.write("notes/c3.adoc", ServedBook.SECOND.replace("second", "third"));

        appears("This page is not in the book any more.");

        book.write("notes/book.adoc", main);
        appears("Words from elsewhere.");
    }

    @Test
    void ofAThousandRapidSavesTheLastIsShown() throws IOException {
        for (int i = 1; i <= 1000; i++) {
            book.write("notes/c1.adoc", ServedBook.FIRST.replace("One sentence", "Save " + i));
        }

        appears("Save 1000.");

        isTheSameDocument();
        assertThat(Set.copyOf(browser.driver().getWindowHandles())).hasSize(1);
    }

    @Test
    void editedDiagramIsDrawnAnew() throws IOException {
        String diagram = "\n[plantuml]\n----\nAlice -> Bob: first\n----\n";
        book.write("notes/c1.adoc", ServedBook.FIRST + diagram);
        waits("/first/.test(document.querySelector('main svg')?.textContent)");
        book.write("notes/c1.adoc", ServedBook.FIRST + diagram.replace("first", "second"));

        waits("/second/.test(document.querySelector('main svg').textContent)");
        isTheSameDocument();
        assertThat(browser.js("return document.querySelectorAll('main svg').length")).isEqualTo(1L);
    }

    @Test
    void editedThemeIsShownWithoutLoadingThePageAnew() throws IOException {
        String css = Theme.builtIn().text("html/site.css");
        book.write("docs-theme/html/site.css", css + "main { text-indent: 7px; }");
        // the folder is new: it is watched from the next save on
        book.write("notes/c1.adoc", ServedBook.FIRST.replace("One sentence", "A save"));
        appears("A save");
        waits(INDENT + " === '7px'");
        book.write("docs-theme/html/site.css", css + "main { text-indent: 9px; }");

        waits(INDENT + " === '9px'");
        isTheSameDocument();
    }
}
