package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lectern.build.BookLayout;
import lectern.build.PageModules;
import lectern.build.Plans;
import lectern.figure.FigureRenderer;
import lectern.figure.SvgInline;
import lectern.kernel.JavaKernel;
import lectern.kernel.Job;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.CellRun;
import lectern.model.Knob;
import lectern.runs.RunPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * Runs every example that has knobs through the controls of its page, opened from the file system,
 * and holds what it prints against the record and against the JVM.
 */
class KnobsInBrowserIT {
    private static final BookLayout BOOK =
            BookLayout.of(Path.of("notes/book.adoc"), Path.of("target"));
    private static Browser browser;

    @TempDir static Path temp;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        browser.size(1280, 1000);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    static List<RunPlan.Item> items() {
        return PageModules.optedIn(Plans.of(BOOK).plan().items());
    }

    /** The page of the site that shows a cell. */
    static Path page(RunPlan.Item item) {
        String mark = "id=\"" + item.cell().id() + "\"";
        try (Stream<Path> files = Files.list(Browser.SITE)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.endsWith("book.html"))
                    .filter(file -> lectern.text.SourceFiles.read(file).contains(mark))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void thereAreExamplesToRun() {
        assertThat(items()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyExampleRunsAsRecordedAndAsOnTheJvm() {
        return items().stream()
                .map(item -> DynamicTest.dynamicTest(item.cell().id().value(), () -> runs(item)));
    }

    private void runs(RunPlan.Item item) {
        String id = item.cell().id().value();
        browser.console();
        browser.requests();
        browser.show(page(item));
        assertThat(browser.requests()).noneMatch(request -> request.contains("/modules/"));
        run(id);
        System.getLogger(KnobsInBrowserIT.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "first output of "
                                + id
                                + " after "
                                + box(id).getDomAttribute("data-first")
                                + " ms");
        CellRun recorded = item.recorded().orElseThrow();
        assertThat(printed(id)).isEqualTo(recorded.stdout());
        figures(id, recorded);
        set(id, item.cell().options().knobs(), Keys.HOME, Knob::low);
        run(id);
        assertThat(printed(id)).isEqualTo(jvm(item, item.cell().options().arguments(Knob::low)));
        assertThat(browser.js("return location.hash"))
                .asString()
                .startsWith("#" + id + "!" + item.cell().options().knobs().get(0).name() + "=");
        box(id).findElement(By.cssSelector(".knob-reset")).sendKeys(Keys.ENTER);
        assertThat(box(id).findElement(By.cssSelector(".knob-live")).isDisplayed()).isFalse();
        assertThat(browser.console())
                .as("console")
                .noneMatch(entry -> entry.getLevel().intValue() >= 1000);
    }

    private static WebElement box(String id) {
        return box(browser, id);
    }

    /** The knobs under a cell. */
    static WebElement box(Browser browser, String id) {
        return browser.driver()
                .findElements(By.cssSelector(".knobs"))
                .get(
                        ((Long)
                                        browser.js(
                                                "return [...document.querySelectorAll('.run-line[data-inpage]')]"
                                                        + ".findIndex(l => l.closest('.listingblock').id === '"
                                                        + id
                                                        + "')"))
                                .intValue());
    }

    private static void run(String id) {
        WebElement box = box(id);
        // pictures on the way are for LiveExampleIT; here they would only take time
        box.findElements(By.cssSelector(".knob-watch input")).stream()
                .filter(WebElement::isSelected)
                .forEach(watch -> watch.sendKeys(Keys.SPACE));
        box.findElement(By.cssSelector(".knob-run")).sendKeys(Keys.ENTER);
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(4));
        Object ended =
                browser.driver()
                        .executeAsyncScript(
                                "const [box, done] = arguments, end = performance.now() + 200000;"
                                        + "(function look() {"
                                        + "const code = box.dataset.code;"
                                        + "if (code !== undefined || performance.now() > end) done(code || 'none');"
                                        + "else setTimeout(look, 20); })();",
                                box);
        assertThat(ended).as("end of %s", id).isNotEqualTo("none");
    }

    private static String printed(String id) {
        return (String)
                browser.driver()
                        .executeScript(
                                "return arguments[0].querySelector('.knob-live pre').textContent",
                                box(id));
    }

    /**
     * The pictures of a run with the recorded arguments are those of the build: the same elements,
     * each number within a twentieth of a pixel, as a logarithmic axis goes through the logarithms
     * of the browser. That their specs are the same is for {@code verify} to say.
     */
    private static void figures(String id, CellRun recorded) {
        List<Artifact> plots =
                recorded.figures().stream().filter(f -> f.kind() == ArtifactKind.PLOT).toList();
        for (int i = 0; i < plots.size(); i++) {
            Object same =
                    browser.driver()
                            .executeAsyncScript(
                                    "const [box, count, svgs, done] = arguments, end = performance.now() + 60000;"
                                            + "const bare = t => t.replace(/page\\d+-/g, 'p-');"
                                            + "(function look() {"
                                            + "if (+box.dataset.drawn >= count) {"
                                            + "const at = new DOMParser();"
                                            + "const want = svgs.map(s => bare(at.parseFromString(s, 'text/html').body.innerHTML)).map(s => s.trim());"
                                            + "const got = [...box.querySelectorAll('.knob-figures svg')].map(s => bare(s.outerHTML));"
                                            + "const number = /-?\\d+\\.?\\d*/g, near = 0.05;"
                                            + "const far = (a, b) => { const x = a.match(number), y = b.match(number);"
                                            + "return a.replace(number, '') === b.replace(number, '') && x.length === y.length"
                                            + " ? Math.max(...x.map((v, i) => Math.abs(v - y[i]))) : Infinity; };"
                                            + "const off = Math.max(...got.map(g => Math.min(...want.map(w => far(g, w)))));"
                                            + "done(got.length && off <= near ? 'same' : 'off by ' + off); }"
                                            + "else if (performance.now() > end) done('not drawn');"
                                            + "else setTimeout(look, 20); })();",
                                    box(id),
                                    plots.size(),
                                    plots.stream()
                                            .map(
                                                    plot ->
                                                            new FigureRenderer()
                                                                    .render(plot.content()))
                                            .map(svg -> SvgInline.inline(svg, "page0-"))
                                            .toList());
            assertThat(same).as("figures of %s", id).isEqualTo("same");
        }
    }

    private static void set(String id, List<Knob> knobs, Keys end, Function<Knob, String> value) {
        for (Knob knob : knobs) {
            WebElement control = box(id).findElement(By.id(id + "-knob-" + knob.name()));
            if (knob instanceof Knob.Switch) {
                if (control.isSelected() != value.apply(knob).equals("on")) {
                    control.sendKeys(Keys.SPACE);
                }
            } else {
                control.sendKeys(end);
            }
        }
    }

    private static String jvm(RunPlan.Item item, List<String> args) {
        return jvm(item, args, temp.resolve("work"));
    }

    /** What an example prints on the JVM. */
    static String jvm(RunPlan.Item item, List<String> args, Path work) {
        try (JavaKernel kernel = new JavaKernel(BOOK.root(), work)) {
            Job job =
                    new Job(
                            item.cell().id().value(),
                            item.script(),
                            List.of(),
                            args,
                            Optional.empty(),
                            item.cell().options().timeout(),
                            false);
            Map<?, ?> errors = kernel.compile(List.of(job));
            assertThat(new ArrayList<>(errors.values())).allMatch(e -> ((List<?>) e).isEmpty());
            return kernel.run(job).stdout().text();
        }
    }

    @Test
    void sharedStateIsRestored() {
        RunPlan.Item item = items().get(0);
        String id = item.cell().id().value();
        Knob knob = item.cell().options().knobs().get(0);
        browser.driver().get("about:blank");
        browser.driver().get(page(item).toUri() + "#" + id + "!" + knob.name() + "=" + knob.high());
        browser.until("document.querySelector('.knobs .knob-live:not([hidden])')");
        assertThat(box(id).findElement(By.cssSelector(".knob-command")).getText())
                .contains("--" + knob.name());
        browser.picture("knobs-shared");
    }
}
