package lectern.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import lectern.text.SourceFiles;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Presses Run under every cell of the built site that has knobs, each in a page that was just
 * opened from the file system, and tells how long the reader waits: {@code mvn -Pbench verify
 * -Dbench.main=lectern.bench.FirstOutputs}. The site is that of {@code target/book}, built with
 * modules; {@code -Dn=5} is the number of runs, of which the median is told.
 */
public final class FirstOutputs {
    private static final long BUDGET = 500;
    private static final String RUN =
            """
            const [id, done] = arguments, line = [...document.querySelectorAll('.run-line[data-inpage]')]
              .find(l => l.closest('.listingblock').id === id);
            const all = [...document.querySelectorAll('.run-line[data-inpage]')].indexOf(line);
            const box = document.querySelectorAll('.knobs')[all], begun = performance.now();
            const watch = box.querySelector('.knob-watch input');
            if (watch && watch.checked) watch.click();
            box.querySelector('.knob-run').click();
            (function look() {
              if (box.dataset.code === undefined) { setTimeout(look, 5); return; }
              done([+box.dataset.first, Math.round(performance.now() - begun), JSON.parse(line.dataset.inpage).module]);
            })();
            """;

    private FirstOutputs() {}

    /** Measure and print a table, a row for each cell. */
    public static void main(String[] args) throws IOException {
        Path site = Path.of(System.getProperty("bench.root", ".")).resolve("target/book/site");
        int runs = Integer.getInteger("n", 3);
        ChromeDriver driver = LiveTab.browser();
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        int late = 0;
        int count = 0;
        System.out.printf(
                Locale.ROOT, "%-22s %9s %9s %9s\n", "cell", "module KB", "first ms", "all ms");
        try {
            for (Path page : pages(site)) {
                driver.get(page.toUri().toString());
                for (String id : cells(driver)) {
                    Row row = row(driver, site, page, id, runs);
                    System.out.println(row);
                    late += row.first() > BUDGET ? 1 : 0;
                    count++;
                }
            }
        } finally {
            driver.quit();
        }
        System.out.println(
                count + " cells, " + late + " with their first output after " + BUDGET + " ms");
    }

    /**
     * What one cell takes.
     *
     * @param bytes of its module, compressed
     * @param first milliseconds from the press of the button to the first output, median
     * @param all to the end of the run, median
     */
    private record Row(String id, long bytes, long first, long all) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%-22s %9.1f %9d %9d", id, bytes / 1024.0, first, all);
        }
    }

    private static Row row(ChromeDriver driver, Path site, Path page, String id, int runs)
            throws IOException {
        long[] first = new long[runs];
        long[] all = new long[runs];
        String module = "";
        for (int i = 0; i < runs; i++) {
            driver.get("about:blank");
            driver.get(page.toUri().toString());
            List<?> told = (List<?>) driver.executeAsyncScript(RUN, id);
            first[i] = ((Number) told.get(0)).longValue();
            all[i] = ((Number) told.get(1)).longValue();
            module = (String) told.get(2);
        }
        Arrays.sort(first);
        Arrays.sort(all);
        long bytes = compressed(site.resolve("modules/" + module + ".js"));
        return new Row(id, bytes, first[runs / 2], all[runs / 2]);
    }

    private static long compressed(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(Files.readAllBytes(file));
        }
        return bytes.size();
    }

    /** The chapters; a page of a source or the whole book on one page has no knobs of its own. */
    private static List<Path> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.endsWith("book.html"))
                    .filter(file -> !file.getFileName().toString().startsWith("source-"))
                    .filter(file -> SourceFiles.read(file).contains("data-inpage"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> cells(ChromeDriver driver) {
        List<String> ids = new ArrayList<>();
        for (WebElement line : driver.findElements(By.cssSelector("[data-inpage]"))) {
            ids.add(
                    (String)
                            driver.executeScript(
                                    "return arguments[0].closest('.listingblock').id", line));
        }
        return ids;
    }
}
