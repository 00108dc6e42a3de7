package lectern.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lectern.it.Browser;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Measures the time from saving a note to seeing its text in headless Chromium, on a copy of a book
 * that is served. Run it with {@code -Dbench.main=lectern.bench.LiveEdits}; {@code -Dlive.book} and
 * {@code -Dlive.note} name another book and the note to edit, {@code -Dlive.edits} how often.
 */
final class LiveEdits {
    private static final int WARM_UP = 5;
    private static final String FIND =
            "var done = arguments[1], text = arguments[0];"
                    + "function look() { if (document.body.textContent.includes(text)) {"
                    + " requestAnimationFrame(function () {"
                    + " done(performance.timeOrigin + performance.now()); }); return true; } }"
                    + "if (!look()) { var watch = new MutationObserver(function () {"
                    + " if (look()) { watch.disconnect(); } });"
                    + " watch.observe(document, {childList: true, subtree: true,"
                    + " characterData: true}); }";

    private final Path book;
    private final Path note;
    private final int edits;
    private final List<Double> millis = new ArrayList<>();

    private LiveEdits(Path book, Path note, int edits) {
        this.book = book;
        this.note = note;
        this.edits = edits;
    }

    /** Measure, and print the median, the 95th percentile, the memory and the load. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("bench.root", "")).toAbsolutePath().normalize();
        Path source = Path.of(asked("live.book", root + "/notes/book.adoc"));
        Path note = Path.of(asked("live.note", root + "/notes/hardware/01-interconnects.adoc"));
        Path from = source.equals(root.resolve("notes/book.adoc")) ? root : source.getParent();
        Path copy = root.resolve("target/bench/live");
        Folders.delete(copy);
        copy(from, copy);
        LiveEdits bench =
                new LiveEdits(
                        copy.resolve(from.relativize(source)),
                        copy.resolve(from.relativize(note)),
                        Integer.parseInt(asked("live.edits", "30")));
        bench.run(copy);
    }

    private static String asked(String property, String otherwise) {
        String value = System.getProperty(property, "");
        return value.isBlank() ? otherwise : value;
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files =
                    walk.filter(Files::isRegularFile)
                            .filter(file -> !from.relativize(file).startsWith("target"))
                            .filter(file -> !file.toString().contains("/.git"))
                            .toList();
        }
        for (Path file : files) {
            Path copied = to.resolve(from.relativize(file));
            Files.createDirectories(copied.getParent());
            Files.copy(file, copied);
        }
    }

    private void run(Path folder) throws IOException, InterruptedException {
        Path target = folder.resolve("target");
        String load = Table.load();
        Process server =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "lectern.cli.Main",
                                "serve",
                                "--port",
                                "0",
                                "--book",
                                book.toString(),
                                "--target",
                                target.toString())
                        .redirectError(folder.resolve("errors.log").toFile())
                        .start();
        ChromeDriver driver = null;
        try (BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
            String url = said.readLine().split(" ")[1];
            Thread drain = new Thread(() -> said.lines().forEach(line -> {}));
            drain.setDaemon(true);
            drain.start();
            driver = browser();
            measure(driver, url, target.resolve("lectern/live"));
            long kib = server.descendants().mapToLong(LiveEdits::residentKib).sum();
            print(load, kib);
        } finally {
            if (driver != null) {
                driver.quit();
            }
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static ChromeDriver browser() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(Browser.FLAGS);
        options.setBinary(program("chromium").toFile());
        // named, so that nothing is looked for, or told, on the network
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(program("chromedriver").toFile())
                        .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        return driver;
    }

    private static Path program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + name + " here"));
    }

    private void measure(ChromeDriver driver, String url, Path live)
            throws IOException, InterruptedException {
        String text = Files.readString(note);
        Files.writeString(note, text + "\n\nLiveEdit first.\n");
        String page = page(live, "LiveEdit first.");
        driver.get(url.replace("/?", "/" + page + "?"));
        driver.executeAsyncScript(FIND, "LiveEdit first.");
        for (int edit = 0; edit < WARM_UP + edits; edit++) {
            String mark = "LiveEdit " + edit + ".";
            Thread.sleep(1000); // what follows behind is over, as when a person types
            double start = System.currentTimeMillis();
            Files.writeString(note, text + "\n\n" + mark + "\n");
            Number seen = (Number) driver.executeAsyncScript(FIND, mark);
            if (edit >= WARM_UP) {
                millis.add(seen.doubleValue() - start);
            }
        }
    }

    /** The page that shows a text, once the book is built. */
    private static String page(Path live, String text) throws IOException, InterruptedException {
        while (true) {
            Thread.sleep(200);
            if (Files.isDirectory(live)) {
                try (Stream<Path> pages = Files.list(live)) {
                    for (Path page : pages.filter(p -> p.toString().endsWith(".html")).toList()) {
                        if (Files.readString(page).contains(text)) {
                            return page.getFileName().toString();
                        }
                    }
                }
            }
        }
    }

    private static long residentKib(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private void print(String load, long kib) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%d edits: median %.0f ms, 95th percentile %.0f ms, most %.0f ms;"
                        + " server %d MiB; load %s before, %s after\n",
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1),
                sorted.get(sorted.size() - 1),
                kib >> 10,
                load,
                Table.load());
    }
}
