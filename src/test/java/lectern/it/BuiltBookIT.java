package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the book that {@code package} built, page by page and as a PDF. */
class BuiltBookIT {
    private static final Path BOOK = Path.of("target/book");
    private static final int LEAST_PAGES = 6;
    private static String pdfText;
    private static int pdfPages;

    @BeforeAll
    static void readPdf() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(BOOK.resolve("ml-systems-annotated.pdf").toFile())) {
            pdfText = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            pdfPages = pdf.getNumberOfPages();
        }
    }

    private static List<Path> pages() throws Exception {
        try (Stream<Path> files = Files.walk(BOOK.resolve("site"))) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
        }
    }

    private static Document parse(Path page) {
        try {
            return Jsoup.parse(page.toFile(), StandardCharsets.UTF_8.name());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("reading " + page, e);
        }
    }

    @Test
    void bothFormatsAreThere() throws Exception {
        assertThat(pages()).hasSizeGreaterThanOrEqualTo(LEAST_PAGES);
        assertThat(pdfPages).isGreaterThan(20);
        assertThat(Files.readString(BOOK.resolve("report.json")))
                .contains("\"title\": \"ML Systems, Annotated\"", "\"pdfPages\": " + pdfPages);
    }

    @Test
    void everyLinkInsideTheBookLeadsSomewhere() throws Exception {
        Map<Path, Set<String>> ids = new HashMap<>();
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (Element link : parse(page).select("a[href]:not([href~=^[a-z]+:])")) {
                String[] target = link.attr("href").split("#", 2);
                Path file = target[0].isEmpty() ? page : page.resolveSibling(target[0]).normalize();
                String id =
                        target.length == 1
                                ? ""
                                : URLDecoder.decode(target[1], StandardCharsets.UTF_8);
                boolean there =
                        Files.isRegularFile(file)
                                && (id.isEmpty()
                                        || ids.computeIfAbsent(file, BuiltBookIT::ids)
                                                .contains(id));
                if (!there) {
                    dead.add(page.getFileName() + ": " + link);
                }
                links++;
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(1000);
    }

    private static Set<String> ids(Path page) {
        return new HashSet<>(parse(page).select("[id]").eachAttr("id"));
    }

    @Test
    void noPageAsksTheNetworkForAnything() throws Exception {
        for (Path page : pages()) {
            Document document = parse(page);
            assertThat(document.select("[src~=^(https?:)?//], link[href~=^(https?:)?//]"))
                    .isEmpty();
            assertThat(document.select("script:not([src]):not([type$=json])"))
                    .as("inline script")
                    .isEmpty();
        }
    }

    @Test
    void outputsValuesFiguresAndFormulasReachBothFormats() throws Exception {
        Document page = parse(BOOK.resolve("site/interconnects.html"));
        assertThat(page.select(".output")).isNotEmpty();
        assertThat(page.select(".val")).isNotEmpty();
        assertThat(page.select(".expectations tr")).isNotEmpty();
        assertThat(page.select("svg[role=img]")).isNotEmpty();
        assertThat(page.select(".stemblock svg")).isNotEmpty();
        String printed = page.selectFirst(".output pre").text();
        assertThat(pdfText)
                .contains(
                        printed.lines().findFirst().orElseThrow().replaceAll("\\s+", " ").strip());
        page.select(".val")
                .eachText()
                .forEach(
                        value ->
                                assertThat(pdfText.replace('\u00a0', ' '))
                                        .contains(value.replace('\u00a0', ' ')));
    }

    @Test
    void nothingUnwovenAndNoMissingGlyphIsLeft() throws Exception {
        for (Path page : pages()) {
            String text = parse(page).select("main p, main td, main h1, main h2").text();
            assertThat(text)
                    .doesNotContain("val:interconnect", "stem:[", "\\(", "\uE000", "\uFFFD");
        }
        assertThat(pdfText).doesNotContain("\uFFFD", "\uE000", "\u0000");
    }

    @Test
    void chineseIsSetInBothFormats() throws Exception {
        String annotation = "看起来";
        assertThat(parse(BOOK.resolve("site/interconnects.html")).select("[lang=zh-Hans]").text())
                .contains(annotation);
        assertThat(pdfText).contains(annotation);
    }

    @Test
    void everyPictureSaysWhatOneSees() throws Exception {
        int pictures = 0;
        for (Path page : pages()) {
            for (Element picture : parse(page).select("main img, main svg[role=img]")) {
                assertThat(picture.attr("alt") + picture.attr("aria-label"))
                        .as("%s", page)
                        .isNotBlank();
                pictures++;
            }
        }
        assertThat(pictures).isGreaterThan(5);
    }
}
