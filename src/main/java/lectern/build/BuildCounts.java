package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import lectern.model.Book;
import lectern.model.CellRun;
import lectern.model.Note;
import lectern.render.EpubReport;
import lectern.render.Inventory;
import lectern.render.PdfReport;
import lectern.render.SiteReport;

/** Counts what a build has read and written. */
final class BuildCounts {
    private final String title;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    private final Map<OutputFormat, Inventory> formats = new EnumMap<>(OutputFormat.class);

    BuildCounts(Plans plans) {
        Book book = plans.book();
        Collection<CellRun> runs = plans.plan().runs().values();
        title = book.title();
        put("notes", book.notes().size());
        put("chapters", book.all(Note::headings).stream().filter(h -> h.level() == 1).count());
        put("cells", book.cells().size());
        put("figures", runs.stream().mapToLong(run -> run.figures().size()).sum());
        put("diagrams", book.all(Note::diagrams).size());
        put("formulas", book.all(Note::formulas).size());
        put("values", book.all(Note::values).size());
        put("expectations", runs.stream().mapToLong(run -> run.expectations().size()).sum());
        put("references", book.all(Note::xrefs).size());
    }

    void plainFormulas(long count) {
        put("plainFormulas", count);
    }

    void site(SiteReport report) {
        formats.put(OutputFormat.HTML, report.inventory());
        put("sitePages", report.pages());
        put("siteLinks", report.links());
        put("siteBytes", 0);
        put("heaviestChapterBytes", report.sizes().chapter());
        put("scriptBytes", report.sizes().scripts());
        put("blockingScriptBytes", report.sizes().blocking());
        put("searchIndexBytes", report.sizes().search());
    }

    /** Count the modules of examples that run in the page, compressed. */
    void modules(long modules, long heaviest, long drawing) {
        put("modules", modules);
        put("heaviestModuleBytes", heaviest);
        put("plotModuleBytes", drawing);
    }

    /** Count the bytes of the site, once it is in its place. */
    void size(Path site) {
        put("siteBytes", bytes(site));
    }

    void single(long bytes) {
        put("singlePageBytes", bytes);
    }

    void epub(EpubReport report) {
        formats.put(OutputFormat.EPUB, report.inventory());
        put("epubPages", report.pages());
        put("epubBytes", report.bytes());
    }

    void pdf(PdfReport report) {
        formats.put(OutputFormat.PDF, report.inventory());
        put("pdfPages", report.pages());
        put("pdfBytes", report.bytes());
    }

    /** What the formats written so far hold. */
    Map<OutputFormat, Inventory> formats() {
        return formats;
    }

    private void put(String name, long count) {
        counts.put(name, count);
    }

    BuildReport report() {
        return new BuildReport(title, counts, formats);
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("measuring " + folder, e);
        }
    }
}
