package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lectern.model.Knob;
import lectern.runs.RunPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Watches the live example train in its page, opened from the file system, as a reader does. */
class LiveExampleIT {
    private Browser browser;
    private RunPlan.Item item;
    private String id;

    @TempDir Path temp;

    @BeforeEach
    void open() {
        item =
                KnobsInBrowserIT.items().stream()
                        .filter(cell -> cell.cell().options().view().live())
                        .findFirst()
                        .orElseThrow();
        id = item.cell().id().value();
        browser = Browser.open();
        browser.size(1280, 1000);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private WebElement find(String css) {
        return KnobsInBrowserIT.box(browser, id).findElement(By.cssSelector(css));
    }

    private void press(String css) {
        find(css).sendKeys(Keys.ENTER);
    }

    private String data(String name) {
        return KnobsInBrowserIT.box(browser, id).getDomAttribute("data-" + name);
    }

    private int frames() {
        String count = data("frames");
        return count == null ? 0 : Integer.parseInt(count);
    }

    /** Wait until something is true of the knobs, which the script calls {@code box}. */
    private void await(String expression) {
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        Object met =
                browser.driver()
                        .executeAsyncScript(
                                "const [box, done] = arguments, end = performance.now() + 240000;"
                                        + "(function look() { if ("
                                        + expression
                                        + ") done(true); else if (performance.now() > end) done(false);"
                                        + "else setTimeout(look, 20); })();",
                                KnobsInBrowserIT.box(browser, id));
        assertThat(met).as(expression).isEqualTo(true);
    }

    /** Let the browser paint thirty times. */
    private void paint() {
        browser.driver()
                .executeAsyncScript(
                        "const done = arguments[0]; let left = 30;"
                                + "(function next() { if (left--) requestAnimationFrame(next); else done(); })();");
    }

    private String figure(String name) {
        return find("[data-name=\"fig-" + name + ".json\"]").getDomProperty("innerHTML");
    }

    /** How far to the right the curve of the losses has come, as the number of its points. */
    private int points() {
        return ((Long)
                        browser.driver()
                                .executeScript(
                                        "return Math.max(...[...arguments[0].querySelectorAll('path')].map("
                                                + "p => p.getAttribute('d').split(/[ML]/).length))",
                                        find("[data-name=\"fig-loss.json\"]")))
                .intValue();
    }

    private String printed() {
        return (String)
                browser.driver()
                        .executeScript("return arguments[0].textContent", find(".knob-live pre"));
    }

    @Test
    void learningIsSeenHeldAndTakenUpAgain() {
        browser.show(KnobsInBrowserIT.page(item));
        assertThat(browser.requests()).noneMatch(request -> request.contains("/modules/"));
        press(".knob-run");
        await("+box.dataset.frames >= 2");
        press(".knob-pause");
        await("box.dataset.held !== undefined");
        assertThat(data("code")).as("not at its end").isNull();
        assertThat(find(".knob-status").getText()).isEqualTo("paused");
        assertThat(find(".knob-pause").getText()).isEqualTo("Go on");
        int held = frames();
        String plane = figure("plane");
        int curve = points();
        paint();
        assertThat(frames()).isEqualTo(held);
        assertThat(figure("plane")).isEqualTo(plane);
        browser.picture("live-paused");

        press(".knob-pause");
        await("+box.dataset.frames >= " + (held + 3));
        press(".knob-pause");
        await("box.dataset.held !== undefined");
        assertThat(data("code")).as("not at its end").isNull();
        assertThat(figure("plane")).isNotEqualTo(plane);
        assertThat(points()).isGreaterThan(curve);
        String later = figure("plane");
        int longer = points();

        press(".knob-pause");
        find(".knob-watch input").sendKeys(Keys.SPACE);
        await("box.dataset.drawn !== undefined");
        assertThat(data("code")).isEqualTo("0");
        assertThat(data("drawn")).isEqualTo("3");
        assertThat(figure("plane")).isNotEqualTo(later);
        assertThat(points()).isGreaterThan(longer);
        assertThat(printed()).isEqualTo(item.recorded().orElseThrow().stdout());
        assertThat(find(".knob-status").getText()).isEqualTo("done");

        press(".knob-reset");
        assertThat(find(".knob-live").isDisplayed()).isFalse();
        assertThat(browser.console()).noneMatch(entry -> entry.getLevel().intValue() >= 1000);
    }

    @Test
    void otherPointsAreLearnedAsOnTheJvm() {
        browser.show(KnobsInBrowserIT.page(item));
        find("#" + id + "-knob-data").sendKeys("moons");
        find("#" + id + "-knob-epochs").sendKeys(Keys.HOME);
        press(".knob-run");
        await("+box.dataset.frames >= 1");
        find(".knob-watch input").sendKeys(Keys.SPACE);
        await("box.dataset.drawn !== undefined");
        Knob epochs =
                item.cell().options().knobs().stream()
                        .filter(knob -> knob.name().equals("epochs"))
                        .findFirst()
                        .orElseThrow();
        List<String> args = List.of("--data", "moons", "--epochs", epochs.low());
        assertThat(printed()).isEqualTo(KnobsInBrowserIT.jvm(item, args, temp));
        assertThat(printed()).contains(" of 100");
    }

    @Test
    void stopEndsItWhereNoWorkerMayStart() {
        withoutWorkers();
        browser.show(KnobsInBrowserIT.page(item));
        press(".knob-run");
        await("+box.dataset.frames >= 2");
        press(".knob-stop");
        assertThat(find(".knob-status").getText()).isEqualTo("stopped");
        int frames = frames();
        paint();
        assertThat(frames()).isEqualTo(frames);
        assertThat(data("code")).as("it came to no end").isNull();
        assertThat(browser.console()).noneMatch(entry -> entry.getLevel().intValue() >= 1000);
    }

    @Test
    void pageSaysThatItStandsStillWhereNoWorkerMayStart() {
        item =
                KnobsInBrowserIT.items().stream()
                        .filter(cell -> !cell.cell().options().view().live())
                        .findFirst()
                        .orElseThrow();
        id = item.cell().id().value();
        withoutWorkers();
        browser.show(KnobsInBrowserIT.page(item));
        browser.driver()
                .executeScript(
                        "const at = arguments[0]; window.said = [];"
                                + "new MutationObserver(() => said.push(at.textContent))"
                                + ".observe(at, { childList: true });",
                        find(".knob-status"));
        press(".knob-run");
        await("box.dataset.code !== undefined");
        assertThat((List<?>) browser.js("return window.said"))
                .anyMatch(
                        said ->
                                said.equals(
                                        "running; this page stands still until the example ends, as"
                                                + " no worker may start here"));
        assertThat(printed()).isEqualTo(item.recorded().orElseThrow().stdout());
    }

    private void withoutWorkers() {
        browser.driver()
                .executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of("source", "Worker = function () { throw new Error('refused'); };"));
    }

    @Test
    void nothingMovesForThoseWhoWantItStill() {
        browser.prefer("dark");
        browser.show(KnobsInBrowserIT.page(item));
        assertThat(find(".knob-watch input").isSelected()).isFalse();
        find("#" + id + "-knob-epochs").sendKeys(Keys.HOME);
        press(".knob-run");
        await("box.dataset.drawn !== undefined");
        assertThat(data("frames")).isNull();
        browser.viewport(390);
        assertThat(browser.js("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        browser.js("document.querySelector('.knobs').scrollIntoView()");
        browser.picture("live-phone-dark");
    }
}
