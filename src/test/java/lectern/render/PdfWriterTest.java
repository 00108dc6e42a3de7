package lectern.render;

import static lectern.render.SampleBook.chapter;
import static lectern.render.SampleBook.paragraph;
import static lectern.render.SampleBook.part;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfWriterTest {
    private static final String CALL =
            "A claim<sup class=\"footnote\">[<a id=\"_footnoteref_1\" class=\"footnote\""
                    + " href=\"#_footnotedef_1\">1</a>]</sup> and the office.";
    private static final String NOTE =
            "<div class=\"footnote\" id=\"_footnotedef_1\"><a href=\"#_footnoteref_1\">1</a>."
                    + " Its source.</div>";

    @TempDir Path folder;

    private final String content =
            part("hardware", "Hardware")
                    + chapter("a", "1. One", paragraph("See <a href=\"#b\">Chapter 2</a>."))
                    + chapter(
                            "b",
                            "2. Two",
                            paragraph(CALL)
                                    + "<div class=\"openblock annotation zh\"><div"
                                    + " class=\"content\">"
                                    + paragraph("显存里放着四样东西，\n激活值取决于策略。")
                                    + "</div></div>"
                                    + "<pre>"
                                    + "x".repeat(300)
                                    + "</pre>"
                                    + paragraph("A formula \uE000x\uE001."));

    private Path write(String name) {
        Path file = folder.resolve(name);
        PdfReport report =
                new PdfWriter(Theme.builtIn())
                        .write(SampleBook.tree(content, NOTE, Path.of(".")), file);
        assertThat(report.findings()).isEmpty();
        return file;
    }

    private static List<String> pages(PDDocument document) throws IOException {
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            pages.add(stripper.getText(document).replaceAll("[\\s\u00a0]+", " "));
        }
        return pages;
    }

    @Test
    void textReadsBack() throws IOException {
        try (PDDocument document = Loader.loadPDF(write("book.pdf").toFile())) {
            List<String> pages = pages(document);
            assertThat(pages).hasSize(7);
            assertThat(pages.get(0)).contains("Systems", "What bounds what.", "Ada Writer");
            assertThat(pages.get(3)).contains("Contents").containsPattern("2 Two[ .]+3");
            assertThat(pages.get(5)).contains("See Chapter 2 (p. 3).").doesNotContain("source");
            assertThat(pages.get(6))
                    .contains("显存里放着四样东西，", "the office.", "Its source.")
                    .doesNotContain("[1]");
        }
    }

    @Test
    void fileIsTaggedBookmarkedAndNamed() throws IOException {
        try (PDDocument document = Loader.loadPDF(write("book.pdf").toFile())) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Systems");
            var part = document.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(part.getTitle()).isEqualTo("Hardware");
            assertThat(part.getFirstChild().getTitle()).isEqualTo("1 One");
        }
    }

    @Test
    void contentsAndReferencesAreLinks() throws IOException {
        try (PDDocument document = Loader.loadPDF(write("book.pdf").toFile())) {
            assertThat(document.getPage(3).getAnnotations()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(document.getPage(5).getAnnotations()).hasSizeGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void quotesAndLettersAreCopiedAsWritten() throws IOException {
        Path file = folder.resolve("x.pdf");
        String text = "A chip’s ‘office’ has different fjords.";
        new PdfWriter(Theme.builtIn())
                .write(SampleBook.tree(chapter("a", "One", paragraph(text))), file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(pages(document).get(4)).contains(text);
        }
    }

    @Test
    void characterWithoutGlyphIsReported() {
        BookTree tree = SampleBook.tree(chapter("a", "One", paragraph("龘 é → <code>├</code> 中")));
        assertThat(tree.missingGlyphs(Theme.builtIn()))
                .extracting(Finding::message)
                .containsExactly("no font of the printed book has '龘' (U+9F98)");
    }

    @Test
    void trailerCountsObjectsRight() throws IOException {
        String tail = Files.readString(write("book.pdf"), StandardCharsets.ISO_8859_1);
        tail = tail.substring(tail.lastIndexOf("/Type /XRef") - 500);
        Matcher size = Pattern.compile("/Size (\\d+)").matcher(tail);
        Matcher index = Pattern.compile("/Index \\[(?:\\d+ \\d+ )*(\\d+) (\\d+)\\]").matcher(tail);
        assertThat(size.find() && index.find()).isTrue();
        assertThat(Integer.parseInt(size.group(1)))
                .isEqualTo(Integer.parseInt(index.group(1)) + Integer.parseInt(index.group(2)));
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(write("book.pdf").toFile())) {
            int fonts = 0;
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts++;
                }
            }
            assertThat(fonts).isGreaterThan(5);
        }
    }

    @Test
    void secondRunGivesTheSameBytes() throws IOException {
        assertThat(Files.mismatch(write("one.pdf"), write("two.pdf"))).isEqualTo(-1);
    }

    @Test
    void missingPictureLeavesItsDescription() throws IOException {
        Path file = folder.resolve("x.pdf");
        BookTree tree =
                SampleBook.tree(chapter("a", "One", "<img src=\"no.svg\" alt=\"A slope\">"));
        new PdfWriter(Theme.builtIn()).write(tree, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(pages(document).get(4)).contains("A slope");
        }
    }

    @Test
    void deadLinkIsReported() {
        BookTree tree = SampleBook.tree(chapter("a", "One", "<a href=\"#gone\">that</a>"));
        assertThat(new PdfWriter(Theme.builtIn()).write(tree, folder.resolve("x.pdf")).findings())
                .extracting(Finding::message)
                .containsExactly("link 'that' points to '#gone', which no element has");
    }
}
