package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.serve.ServedBook;
import org.junit.jupiter.api.Test;

/** Runs examples from a served page, stops them and has them recorded. */
class LiveRunsIT extends ServedPages {
    /** The panel under the example of the second chapter, once it is there. */
    private void showsThePanel() {
        show("second.html");
        waits("document.querySelector('#halves .lectern-run')");
        settles();
    }

    private static void run(String arguments) {
        browser.js(
                "var panel = document.querySelector('#halves .lectern-run');"
                        + "panel.querySelector('input').value = '"
                        + arguments
                        + "'; panel.querySelector('input').dispatchEvent(new Event('input'));"
                        + "panel.querySelector('button[type=submit]').click()");
    }

    /** Wait until a run has ended in a way, and return what the panel says. */
    private static String ends(String how) {
        waits("document.querySelector('.lectern-run-shown').dataset.end === '" + how + "'");
        waits("!document.querySelector('.lectern-run-tools').hidden");
        return (String) browser.js("return document.querySelector('.lectern-run-shown').innerText");
    }

    private static boolean canBeAccepted() {
        return (boolean)
                browser.js(
                        "return !!document.querySelector('.lectern-run-tools button').offsetParent");
    }

    @Test
    void runWithOtherArgumentsIsShownAndCannotBeRecorded() throws IOException {
        showsThePanel();
        Path record = root.resolve("notes/runs/halves.out");
        String recorded = Files.readString(record);
        run("one \"two three\"");

        assertThat(ends("other"))
                .startsWith("This run, not recorded")
                .contains("half of 1 is 0.5\ngot one\ngot two three\n")
                .contains("it cannot be recorded");
        assertThat(canBeAccepted()).isFalse();
        assertThat(record).hasContent(recorded);
        assertThat((String) browser.js("return document.querySelector('.output').innerText"))
                .doesNotContain("got");
    }

    @Test
    void runShowsItsOutputWhileItRunsAndStops() {
        showsThePanel();
        run("wait");

        appears("got wait");
        assertThat(browser.js("return document.querySelector('.lectern-run button').innerText"))
                .isEqualTo("Stop");
        assertThat(programs()).isNotEmpty();
        browser.js("document.querySelector('.lectern-run button').click()");
        assertThat(ends("stopped")).startsWith("This run, not recorded").contains("got wait");
        assertThat(canBeAccepted()).isFalse();
        assertThat(programs()).isEmpty();
    }

    @Test
    void endOfTheServerEndsItsRuns() {
        showsThePanel();
        run("wait");
        appears("got wait");

        server.close();

        assertThat(programs()).isEmpty();
    }

    private static List<ProcessHandle> programs() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").endsWith(" One wait"))
                .toList();
    }

    @Test
    void runAsRecordedSaysSo() {
        showsThePanel();
        run("");

        assertThat(ends("same")).contains("It gave what is recorded.");
        assertThat(canBeAccepted()).isFalse();
    }

    @Test
    void acceptedRunBecomesTheOutputOfTheBook() throws IOException {
        book.write(
                "scripts/One.java",
                ServedBook.SCRIPT.replace("+ half(1))", "+ half(1) + \" \" + System.nanoTime())"));
        showsThePanel();
        Path record = root.resolve("notes/runs/halves.out");
        waits("/0\\.5 \\d/.test(document.querySelector('.output')?.innerText)");
        settles();
        String recorded = Files.readString(record);
        run("");

        assertThat(ends("differing"))
                .startsWith("This run, not recorded")
                .contains("It gave something else than what is recorded.")
                .contains("prints something else than its record");
        String printed =
                (String)
                        browser.js("return document.querySelector('.lectern-run pre').textContent");
        assertThat(printed).startsWith("half of 1 is 0.5 ").isNotEqualTo(recorded);
        assertThat(record).hasContent(recorded);
        browser.js("document.querySelector('.lectern-run-tools button').click()");
        assertThat(ends("recorded")).startsWith("This run, recorded as the book\u2019s");
        assertThat(record).hasContent(printed);
        waits("document.querySelector('.output').innerText.includes('" + printed.strip() + "')");
    }

    @Test
    void runOfAnExampleThatHasChangedSinceIsNotAccepted() throws IOException {
        book.write(
                "scripts/One.java",
                ServedBook.SCRIPT.replace("+ half(1))", "+ half(1) + \" \" + System.nanoTime())"));
        showsThePanel();
        waits("/0\\.5 \\d/.test(document.querySelector('.output')?.innerText)");
        settles();
        run("");
        ends("differing");
        book.write("scripts/One.java", ServedBook.SCRIPT);
        waits("/0\\.5$/.test(document.querySelector('.output pre')?.innerText.trim())");
        browser.js("document.querySelector('.lectern-run-tools button').click()");

        assertThat(ends("failed"))
                .contains("Not recorded: the example has changed since this run; run it again");
    }
}
