package lectern.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.it.Browser;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Measures the time from saving to seeing in headless Chromium, on a copy of a book that is served:
 * an edit of prose, one of a title that other pages show, one of an example. Run it with {@code
 * -Dbench.main=lectern.bench.LiveEdits}; {@code -Dprogit=DIR} takes Pro Git, {@code -Dlive.book},
 * {@code -Dlive.note} and {@code -Dlive.script} any other book, {@code -Dlive.edits} says how often
 * prose is edited.
 */
final class LiveEdits {
    private static final int WARM_UP = 5;
    private static final int FEW = 5;
    private static final int PAUSE_MILLIS = 1500;
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

    private static final Pattern MAIN = Pattern.compile("(static void main\\([^)]*\\)[^{]*\\{)");
    private static final Pattern TITLE = Pattern.compile("(?m)^(=+ .*)$");

    private final Path book;
    private final Path note;
    private final Path target;
    private final ChromeDriver driver;
    private LiveServer server;

    private LiveEdits(Path book, Path note, Path target, ChromeDriver driver) {
        this.book = book;
        this.note = note;
        this.target = target;
        this.driver = driver;
    }

    /** Measure, and print medians, 95th percentiles, the memory and the load. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("bench.root", "")).toAbsolutePath().normalize();
        String progit = asked("progit", "");
        boolean ours = progit.isEmpty() && asked("live.book", "").isEmpty();
        Path source =
                Path.of(
                        progit.isEmpty()
                                ? asked("live.book", root + "/notes/book.adoc")
                                : progit + "/progit.asc");
        Path note =
                Path.of(
                        progit.isEmpty()
                                ? asked("live.note", root + "/notes/hardware/01-interconnects.adoc")
                                : progit
                                        + "/book/01-introduction/sections/about-version-control.asc");
        String script = asked("live.script", ours ? root + "/scripts/hardware/CubeMesh.java" : "");
        Path from = ours ? root : source.getParent();
        Path copy = root.resolve("target/bench/live");
        Folders.delete(copy);
        copy(from, copy);
        Path book = copy.resolve(from.relativize(source));
        Path target = copy.resolve("target");
        Files.createDirectories(target);
        String load = Table.load();
        build(book, target);
        ChromeDriver driver = browser();
        try {
            LiveEdits edits =
                    new LiveEdits(book, copy.resolve(from.relativize(note)), target, driver);
            edits.run(
                    Integer.parseInt(asked("live.edits", "30")),
                    script.isEmpty()
                            ? Optional.empty()
                            : Optional.of(copy.resolve(from.relativize(Path.of(script)))));
        } finally {
            driver.quit();
        }
        System.out.println("load " + load + " before, " + Table.load() + " after");
    }

    private static void build(Path book, Path target) throws IOException, InterruptedException {
        Path log = target.resolveSibling("build.log");
        int exit =
                LiveServer.command("build", book, target, List.of("--format", "html"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the book does not build\n" + Files.readString(log));
        }
    }

    private void run(int edits, Optional<Path> script) throws IOException, InterruptedException {
        try (LiveServer started = new LiveServer(book, target)) {
            server = started;
            System.out.printf(
                    Locale.ROOT, "start to first page: %.0f ms\n", server.firstPageMillis());
            String text = Files.readString(note);
            Files.writeString(note, text + "\n\nLiveEdit first.\n");
            String page = page(target.resolve("lectern/live"), "LiveEdit first.");
            driver.get(server.page(page));
            driver.executeAsyncScript(FIND, "LiveEdit first.");
            prose(text, edits);
            driver.get(server.page("index.html"));
            titles(text);
            if (script.isPresent()) {
                driver.get(server.page(page));
                examples(script.get());
            }
            System.out.println("resident: " + server.residentMib() + " MiB");
        }
    }

    /** Times from the save on, in milliseconds: heard of, written, seen. */
    private record Seen(double heard, double written, double seen) {}

    /**
     * Save and wait until the page shows a text; what follows behind is over, as when one types.
     */
    private Seen edit(Path file, String content, String mark)
            throws IOException, InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        double start = System.currentTimeMillis();
        Files.writeString(file, content);
        List<?> times = (List<?>) driver.executeAsyncScript(FIND, mark);
        return new Seen(since(start, times, 1), since(start, times, 2), since(start, times, 0));
    }

    private static double since(double start, List<?> times, int index) {
        return ((Number) times.get(index)).doubleValue() - start;
    }

    private void prose(String text, int edits) throws IOException, InterruptedException {
        List<Seen> all = new ArrayList<>();
        double cpu = 0;
        for (int i = 0; i < WARM_UP + edits; i++) {
            if (i == WARM_UP) {
                cpu = server.cpuMillis();
            }
            String mark = "LiveEdit " + i + ".";
            Seen seen = edit(note, text + "\n\n" + mark + "\n", mark);
            if (i >= WARM_UP) {
                all.add(seen);
            }
        }
        print("prose, save to visible", all.stream().map(Seen::seen));
        print("  of it until the save is heard of", all.stream().map(Seen::heard));
        print("  from then until it is written", all.stream().map(s -> s.written() - s.heard()));
        print("  from then until it is visible", all.stream().map(s -> s.seen() - s.written()));
        System.out.printf(
                Locale.ROOT,
                "  processor time of an edit, what follows behind included: %.0f ms\n",
                (server.cpuMillis() - cpu) / edits);
    }

    private void titles(String text) throws IOException, InterruptedException {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            String mark = "LiveTitle " + i;
            all.add(edit(note, TITLE.matcher(text).replaceFirst("$1 " + mark), mark).seen());
        }
        print("title, save to visible on another page", all.stream());
        edit(note, text, "");
    }

    private void examples(Path script) throws IOException, InterruptedException {
        String text = Files.readString(script);
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            String print = "System.out.println(\"LiveRun " + i + ".\");";
            String edited =
                    MAIN.matcher(text).replaceFirst("$1 " + Matcher.quoteReplacement(print));
            double millis = edit(script, edited, "LiveRun " + i + ".").seen();
            all.add(millis - server.runMillis());
        }
        print("example, save to new output, without its run", all.stream());
    }

    private static void print(String what, Stream<Double> millis) {
        List<Double> sorted = millis.sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: median %.0f ms, 95th percentile %.0f ms, most %.0f ms (%d edits)\n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1),
                sorted.get(sorted.size() - 1),
                sorted.size());
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
}
