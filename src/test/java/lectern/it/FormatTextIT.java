package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Compares the words of the site with those of the PDF and the EPUB, section by section. */
class FormatTextIT {
    private static final Path BOOK = Path.of("target/book");

    private record Section(String page, String title, Set<String> words) {}

    private record Mark(String title, int page) {}

    /** The sections of the site: heading and what stands below it, without sections inside. */
    private static List<Section> sections() throws Exception {
        List<Section> sections = new ArrayList<>();
        try (var files = Files.list(BOOK.resolve("site"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
                Document page = Jsoup.parse(file.toFile(), "UTF-8");
                page.select(".permalink, .copy, sup.footnote, svg, .spoken, .footnotes, .sidenote")
                        .remove();
                page.select(".run-status, .run-source").remove(); // of the site alone
                for (Element section : page.select(".page-chapter main .sect2")) {
                    String title = section.selectFirst("h2").text();
                    String name = file.getFileName().toString();
                    sections.add(new Section(name, title, words(section.text())));
                }
            }
        }
        return sections;
    }

    // Words that a line's end cannot split: no hyphens, dots or slashes inside.
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(text.split("[^\\p{IsLatin}]+")));
        words.removeIf(word -> word.length() < 4);
        text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .forEach(c -> words.add(Character.toString(c)));
        return words;
    }

    private static void marks(PDDocument pdf, PDOutlineNode parent, List<Mark> marks)
            throws Exception {
        for (PDOutlineItem item : parent.children()) {
            int page = pdf.getPages().indexOf(item.findDestinationPage(pdf)) + 1;
            marks.add(new Mark(item.getTitle(), page));
            marks(pdf, item, marks);
        }
    }

    @Test
    void everyWordOfASectionIsOnItsPagesInThePdf() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(BOOK.resolve("ml-systems-annotated.pdf").toFile())) {
            List<Mark> marks = new ArrayList<>();
            marks(pdf, pdf.getDocumentCatalog().getDocumentOutline(), marks);
            int compared = 0;
            for (Section section : sections()) {
                List<String> places = new ArrayList<>();
                for (int i = 0; i < marks.size(); i++) {
                    if (marks.get(i).title().equals(section.title())) {
                        places.add(text(pdf, marks.get(i).page(), end(marks, i, pdf)));
                    }
                }
                assertThat(places)
                        .as("%s, %s", section.page(), section.title())
                        .anySatisfy(text -> assertThat(text).contains(section.words()));
                compared++;
            }
            assertThat(compared).isGreaterThan(20);
        }
    }

    /** The last page of a section: a deeper heading does not end it. */
    private static int end(List<Mark> marks, int start, PDDocument pdf) {
        for (int i = start + 1; i < marks.size(); i++) {
            if (marks.get(i).title().matches("(\\d+|\\d+\\.\\d+|[A-Z]\\.\\d+) .*")) {
                return marks.get(i).page();
            }
        }
        return pdf.getNumberOfPages();
    }

    // Without anything but letters: cells of a table stand close, and long words are broken.
    private static String text(PDDocument pdf, int first, int last) throws Exception {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return stripper.getText(pdf).replaceAll("\\P{L}+", "");
    }

    @Test
    void everyWordOfAPageIsOnItsPageInTheEpub() throws Exception {
        int compared = 0;
        try (ZipFile zip = new ZipFile(BOOK.resolve("ml-systems-annotated.epub").toFile())) {
            for (Section section : sections()) {
                String name = "EPUB/text/" + section.page().replace(".html", ".xhtml");
                byte[] bytes = zip.getInputStream(zip.getEntry(name)).readAllBytes();
                Document page = Jsoup.parse(new String(bytes, "UTF-8"), "", Parser.xmlParser());
                page.select("svg").remove();
                Element there =
                        page.select(".sect2").stream()
                                .filter(s -> s.selectFirst("h2").text().equals(section.title()))
                                .findFirst()
                                .orElseThrow();
                assertThat(words(there.text())).as(section.title()).containsAll(section.words());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }
}
