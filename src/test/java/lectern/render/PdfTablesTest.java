package lectern.render;

import static lectern.render.SampleBook.chapter;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables and formulas that are too wide for the text of a printed page. */
class PdfTablesTest {

    @TempDir Path folder;

    private static String table(int columns, int rows, String word) {
        String cells =
                IntStream.range(0, columns)
                        .mapToObj(i -> "<td class=\"tableblock\">" + word + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>"));
        return "<table class=\"tableblock\"><thead>"
                + cells.replace("td", "th").replace(word, "Head")
                + "</thead><tbody>"
                + cells.repeat(rows)
                + "</tbody></table>";
    }

    private static Document printed(String body) {
        BookTree tree = SampleBook.tree(chapter("a", "One", body));
        return SampleBook.printed(tree);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, word, table-frame keep",
        "3, 20, word, table-frame",
        "7, 2, microbatches, table-frame keep wide",
        "4, 2, four words in a cell that is long, table-frame keep wide",
        "4, 2, 每个字都可以换行的表格单元, table-frame keep wide",
        "10, 2, microbatches, table-frame turned",
        "10, 20, microbatches, table-frame turned",
    })
    void tableGetsTheRoomItNeeds(int columns, int rows, String word, String classes) {
        Element frame = printed(table(columns, rows, word)).selectFirst(".table-frame");
        assertThat(frame.className()).isEqualTo(classes);
        assertThat(frame.child(0).attr("style")).isEmpty();
    }

    @Test
    void expectationsAlwaysHaveTheMarginAndTheLedgerHasItByItself() {
        Document printed =
                printed(
                        "<div class=\"expectations\">"
                                + table(10, 2, "microbatches")
                                + table(2, 2, "x")
                                + "</div><div class=\"ledger\">"
                                + table(10, 2, "microbatches")
                                + "</div>");
        assertThat(printed.select(".table-frame").eachAttr("class"))
                .containsExactly("table-frame keep wide", "table-frame keep wide", "table-frame");
    }

    @Test
    void tableThatIsWiderThanATurnedPageGetsSmallerLetters() {
        Document printed = printed(table(14, 2, "microbatches"));
        assertThat(printed.select(".turned > table").attr("style"))
                .isEqualTo("font-size: 6.94pt; ");
    }

    @Test
    void wideFormulaIsMadeSmallerAndANarrowOneIsNot() {
        String svg =
                "<div class=\"stemblock %s\"><div class=\"content\"><span class=\"formula display\">"
                        + "<svg style=\"width:%s;height:2.000em;vertical-align:-1.000em\"></svg>"
                        + "</span></div></div>";
        Document printed =
                printed(
                        svg.formatted("numbered", "26.000em")
                                + svg.formatted("numbered", "53.400em")
                                + svg.formatted("", "32.600em")
                                + "<ul><li>%s</li><li>x</li></ul>"
                                        .formatted(svg.formatted("", "62.660em")));
        assertThat(printed.select(".formula > svg").eachAttr("style"))
                .containsExactly(
                        "width:26.000em;height:2.000em;vertical-align:-1.000em",
                        "width:26.700em;height:1.000em;vertical-align:-0.500em",
                        "width:32.600em;height:2.000em;vertical-align:-1.000em",
                        "width:31.330em;height:1.000em;vertical-align:-0.500em");
    }

    @Test
    void pageIsTurnedForOneTableAndHeadsStandOnEveryPageOfALongOne() throws IOException {
        Path file = folder.resolve("book.pdf");
        String body =
                "<p>Before.</p>"
                        + table(10, 2, "microbatches")
                        + "<p>After.</p>"
                        + table(2, 90, "x");
        new PdfWriter(Theme.builtIn()).write(SampleBook.tree(chapter("a", "One", body)), file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            List<String> pages = new ArrayList<>();
            for (int page = 5; page <= document.getNumberOfPages(); page++) {
                PDRectangle box = document.getPage(page - 1).getMediaBox();
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);
                String turned = box.getWidth() > box.getHeight() ? "turned " : "upright ";
                pages.add(turned + text.split("Head", -1).length);
            }
            assertThat(pages)
                    .containsExactly(
                            "upright 1", "turned 11", "upright 3", "upright 3", "upright 3");
        }
    }
}
