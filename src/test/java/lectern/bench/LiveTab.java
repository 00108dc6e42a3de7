package lectern.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import lectern.it.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The tab of a headless Chromium in which an author looks at the book. */
final class LiveTab implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    // what follows a save begins when nothing was saved for a while
    private static final int BEHIND_MILLIS = 400;
    private static final String FIND =
            "var done = arguments[1], text = arguments[0];"
                    + "function look() { if (document.body.textContent.includes(text)) {"
                    + " requestAnimationFrame(function () {"
                    + " var told = self.lecternLive && lecternLive.last || {heard: 0, told: 0};"
                    + " done([performance.timeOrigin + performance.now(), told.heard, told.told]);"
                    + " }); return true; } }"
                    + "if (!look()) { var watch = new MutationObserver(function () {"
                    + " if (look()) { watch.disconnect(); } });"
                    + " watch.observe(document, {childList: true, subtree: true,"
                    + " characterData: true}); }";
    private static final String QUIET =
            "var done = arguments[0];"
                    + "var timer = setInterval(function () {"
                    + " var state = document.querySelector('.lectern-state');"
                    + " if (state && state.hidden) { clearInterval(timer); done(true); }"
                    + "}, 20);";

    private final ChromeDriver driver;

    /** Times from a save on, in milliseconds: heard of by the server, written, seen. */
    record Seen(double heard, double written, double seen) {}

    LiveTab() {
        driver = browser();
        driver.manage().timeouts().scriptTimeout(LONGEST).pageLoadTimeout(LONGEST);
    }

    /** A browser without a screen. */
    static ChromeDriver browser() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(Browser.FLAGS);
        options.setBinary(program("chromium").toFile());
        // named, so that nothing is looked for, or told, on the network
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(program("chromedriver").toFile())
                        .build();
        return new ChromeDriver(service, options);
    }

    private static Path program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + name + " here"));
    }

    /** Open a page. */
    void open(String address) {
        driver.get(address);
    }

    /** Wait until the server has done all that follows a save. */
    void quiet() throws InterruptedException {
        Thread.sleep(BEHIND_MILLIS);
        driver.executeAsyncScript(QUIET);
    }

    /**
     * Save a file and wait until the page shows a text.
     *
     * @throws IllegalStateException when it never does
     */
    Seen save(Path file, String content, String mark) throws IOException {
        double start = System.currentTimeMillis();
        Files.writeString(file, content);
        try {
            List<?> times = (List<?>) driver.executeAsyncScript(FIND, mark);
            return new Seen(since(start, times, 1), since(start, times, 2), since(start, times, 0));
        } catch (TimeoutException never) {
            String page = driver.findElement(By.tagName("body")).getText();
            throw new IllegalStateException(
                    driver.getCurrentUrl()
                            + " never showed '"
                            + mark
                            + "'; it ends with\n"
                            + page.substring(Math.max(0, page.length() - 600)),
                    never);
        }
    }

    private static double since(double start, List<?> times, int index) {
        return ((Number) times.get(index)).doubleValue() - start;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
