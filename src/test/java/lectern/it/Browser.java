package lectern.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium, where there is one. */
public final class Browser implements AutoCloseable {
    /** Without a screen, and without a word to the network. */
    public static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /** Folder of the built site. */
    static final Path SITE = Path.of("target/book/site").toAbsolutePath();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Open a browser; without Chromium and its driver the test is skipped, and says so. */
    static Browser open() {
        Optional<Path> chromium = find("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = find("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            System.getLogger(Browser.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "SKIPPED: no chromium or chromedriver on the path, no page was opened");
        }
        Assumptions.assumeTrue(chromium.isPresent() && chromedriver.isPresent(), "no browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.addArguments(FLAGS);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.get().toFile())
                        .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> find(String... names) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Every page of the built site; of the pages that show a script, which are all made alike, the
     * first few and the largest.
     */
    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(SITE)) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
            List<Path> scripts = all.stream().filter(Browser::script).toList();
            Path largest =
                    scripts.stream()
                            .max(Comparator.comparingLong(f -> f.toFile().length()))
                            .orElseThrow();
            List<Path> pages = new ArrayList<>(all);
            pages.removeIf(page -> scripts.indexOf(page) >= 4 && !page.equals(largest));
            org.assertj.core.api.Assertions.assertThat(pages).hasSizeGreaterThan(10);
            return pages;
        }
    }

    private static boolean script(Path page) {
        return page.getFileName().toString().startsWith("source-");
    }

    /** One page of the built site. */
    static Path page(String name) {
        return SITE.resolve(name + ".html");
    }

    void show(Path page) {
        driver.get(page.toUri().toString());
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Lay the page out at a width that the window itself may be too narrow for. */
    void viewport(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Pretend that the system prefers {@code light} or {@code dark}, and nothing that moves. */
    void prefer(String scheme) {
        Map<String, String> theme = Map.of("name", "prefers-color-scheme", "value", scheme);
        Map<String, String> still = Map.of("name", "prefers-reduced-motion", "value", "reduce");
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(theme, still)));
    }

    Object js(String script) {
        return driver.executeScript(script);
    }

    /** Wait until an expression of the page is true; fail with its text after ten seconds. */
    void until(String expression) {
        Object met =
                driver.executeAsyncScript(
                        "const done = arguments[0], end = performance.now() + 10000;"
                                + "(function look() {"
                                + "let met = false; try { met = !!("
                                + expression
                                + "); } catch (notYet) {}"
                                + "if (met || performance.now() > end) { done(met); }"
                                + "else { setTimeout(look, 20); } })();");
        if (!Boolean.TRUE.equals(met)) {
            throw new AssertionError("the page never met: " + expression);
        }
    }

    /** Keep a picture of what is shown, for a person to look at. */
    void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target/screenshots"));
            Files.write(
                    folder.resolve(name + ".png"),
                    driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("keeping the picture " + name, e);
        }
    }

    /** Cut the network off, or join it again. */
    void offline(boolean cut) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        cut,
                        "latency",
                        0,
                        "downloadThroughput",
                        -1,
                        "uploadThroughput",
                        -1));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** What the console said since the last call. */
    List<LogEntry> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll();
    }

    /** The requests made since the last call, as the browser reports them. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("Network.requestWillBeSent\""))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
