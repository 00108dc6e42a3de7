package lectern.render;

import static lectern.render.SampleBook.chapter;
import static lectern.render.SampleBook.paragraph;
import static lectern.render.SampleBook.part;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages are kept from one writing to the next, and the file is as if they were not. */
class PdfPagesTest {
    private static final long OLD = 1_000_000_000_000L;

    @TempDir Path folder;

    private Path pages;

    @BeforeEach
    void namePages() {
        pages = folder.resolve("drawn/pages");
    }

    private static String note(int number) {
        return "<sup class=\"footnote\">[<a id=\"_footnoteref_"
                + number
                + "\" class=\"footnote\" href=\"#_footnotedef_"
                + number
                + "\">"
                + number
                + "</a>]</sup>";
    }

    /** Three chapters that name pages of each other, footnotes through all of them. */
    private static String body(String first, String second) {
        return part("p", "Hardware")
                + chapter(
                        "a",
                        "1. One",
                        paragraph(first + note(1) + " 显存 <a href=\"#late\">Later</a>."))
                + chapter("b", "2. Two", second + paragraph("Plain" + note(2)))
                + chapter(
                        "c",
                        "3. Three",
                        paragraph("<code>x</code> <a href=\"#a\">Chapter 1</a>" + note(3))
                                + "<div class=\"sect2\"><h3 id=\"late\">3.1. Late</h3>"
                                + paragraph("End.")
                                + "</div>");
    }

    private Path write(String name, String body) {
        String notes =
                Stream.of(1, 2, 3)
                        .map(
                                n ->
                                        "<div class=\"footnote\" id=\"_footnotedef_"
                                                + n
                                                + "\"><a href=\"#_footnoteref_"
                                                + n
                                                + "\">"
                                                + n
                                                + "</a>. Source "
                                                + n
                                                + ".</div>")
                        .collect(Collectors.joining());
        String html =
                "<html lang=\"en\"><head><title>T</title></head><body class=\"book\"><div"
                        + " id=\"content\">"
                        + body
                        + "</div><div id=\"footnotes\">"
                        + notes
                        + "</div></body></html>";
        ConvertedBook book = new ConvertedBook(html, Map.of(), folder, folder.resolve("drawn"));
        Path file = folder.resolve(name);
        new PdfWriter(Theme.builtIn()).write(BookTree.of(book, SampleBook.FORMULAS), file);
        return file;
    }

    /** Times of the files that pages are kept in, by name. */
    private Map<String, Long> kept() throws IOException {
        Map<String, Long> kept = new TreeMap<>();
        try (Stream<Path> files = Files.list(pages)) {
            for (Path file : files.toList()) {
                kept.put(file.getFileName().toString(), Files.getLastModifiedTime(file).toMillis());
            }
        }
        return kept;
    }

    private void age() throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(OLD));
            }
        }
    }

    private long writtenSince() throws IOException {
        return kept().values().stream().filter(time -> time != OLD).count();
    }

    private void forget() throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static String text(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    @Test
    void nothingIsSetAgainWhenNothingChanged() throws IOException {
        Path cold = write("cold.pdf", body("First.", ""));
        // cover and lists, a part, three chapters, fonts
        assertThat(kept()).hasSize(6);
        age();
        Path again = write("again.pdf", body("First.", ""));
        assertThat(writtenSince()).isZero();
        assertThat(Files.mismatch(cold, again)).isEqualTo(-1);
    }

    @Test
    void changedChapterAloneIsSetAgainAndTheFileIsAsIfAllWere() throws IOException {
        write("before.pdf", body("First.", ""));
        age();
        Path after = write("after.pdf", body("sFirt.", ""));
        assertThat(writtenSince()).isEqualTo(1);
        forget();
        Path cold = write("cold.pdf", body("sFirt.", ""));
        assertThat(Files.mismatch(after, cold)).isEqualTo(-1);
        assertThat(text(after)).contains("sFirt.").doesNotContain("First.");
    }

    @Test
    void pagesThatMoveAreNamedRightEverywhere() throws IOException {
        String longer = paragraph("Filling the page. ".repeat(400));
        assertThat(text(write("before.pdf", body("First.", "")))).contains("Later (p. 4)");
        Path after = write("after.pdf", body("First.", longer));
        assertThat(text(after)).contains("Later (p. 6)").containsPattern("3 Three[ .]+6");
        forget();
        Path cold = write("cold.pdf", body("First.", longer));
        assertThat(Files.mismatch(after, cold)).isEqualTo(-1);
    }

    @Test
    void footnotesAreCountedThroughTheBook() throws IOException {
        String text = text(write("x.pdf", body("First.", "")));
        assertThat(text).contains("1 Source 1.", "2 Source 2.", "3 Source 3.");
        assertThat(text(write("x.pdf", body("First.", "").replace(note(1), ""))))
                .contains("1 Source 2.", "2 Source 3.")
                .doesNotContain("Source 1.");
    }

    @Test
    void damagedFileIsAsIfItWereNotThere() throws IOException {
        Path cold = write("cold.pdf", body("First.", ""));
        List<Path> files;
        try (Stream<Path> list = Files.list(pages)) {
            files = list.sorted().toList();
        }
        for (int i = 0; i < files.size(); i++) {
            byte[] bytes = Files.readAllBytes(files.get(i));
            if (i % 3 == 0) {
                bytes[bytes.length - 40] ^= 1;
                Files.write(files.get(i), bytes);
            } else if (i % 3 == 1) {
                Files.write(files.get(i), java.util.Arrays.copyOf(bytes, bytes.length - 7));
            } else {
                // another piece under this name
                Files.copy(
                        files.get(i - 2),
                        files.get(i),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
        age();
        Path again = write("again.pdf", body("First.", ""));
        assertThat(writtenSince()).isEqualTo(files.size());
        assertThat(Files.mismatch(cold, again)).isEqualTo(-1);
    }

    @Test
    void whatNobodyUsesIsDeletedInTheEnd() throws IOException {
        Files.createDirectories(pages);
        for (int i = 0; i < 200; i++) {
            Files.writeString(pages.resolve("left" + i + ".piece"), "x");
        }
        write("x.pdf", body("First.", ""));
        assertThat(kept()).hasSize(64 + 6);
    }

    @Test
    void linksLeadToThePageThatTheyName() throws IOException {
        try (PDDocument document = Loader.loadPDF(write("x.pdf", body("First.", "")).toFile())) {
            int last = document.getNumberOfPages() - 1;
            assertThat(target(document, last - 2, "Later")).isEqualTo(last);
            assertThat(target(document, last, "Chapter 1")).isEqualTo(last - 2);
            assertThat(document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
                    .startsWith("i", "ii")
                    .endsWith("3", "4");
        }
    }

    /** Index of the page that a link with some text leads to. */
    private static int target(PDDocument document, int page, String text) throws IOException {
        for (PDAnnotation annotation : document.getPage(page).getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link
                    && text.equals(link.getContents())
                    && link.getAction() instanceof PDActionGoTo go) {
                PDPageDestination place = (PDPageDestination) go.getDestination();
                return document.getPages().indexOf(place.getPage());
            }
        }
        return -1;
    }

    @Test
    void everyPageLeadsToItsStructureAndBack() throws IOException {
        try (PDDocument document = Loader.loadPDF(write("x.pdf", body("First.", "")).toFile())) {
            var root = document.getDocumentCatalog().getStructureTreeRoot();
            var tree = root.getParentTree();
            int keys = 0;
            for (PDPage page : document.getPages()) {
                assertThat(tree.getValue(page.getStructParents())).isNotNull();
                keys++;
                for (PDAnnotation annotation : page.getAnnotations()) {
                    assertThat(tree.getValue(annotation.getStructParent())).isNotNull();
                    keys++;
                }
            }
            assertThat(root.getParentTreeNextKey()).isEqualTo(keys);
        }
    }
}
