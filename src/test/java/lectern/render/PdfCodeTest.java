package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PdfCodeTest {

    private static Element fit(String kind, String code) {
        Document document =
                Jsoup.parse("<div class=\"" + kind + "\"><pre>" + code + "</pre></div>");
        document.outputSettings().prettyPrint(false);
        PdfCode.fit(document);
        return document.selectFirst("div");
    }

    private static String marked(Element block) {
        block.select(".wrapped").forEach(mark -> mark.appendText("~"));
        return block.wholeText();
    }

    @Test
    void lineThatFitsStaysAsItIs() {
        Element block = fit("listingblock", "x".repeat(80) + "\ny");
        assertThat(block.className()).isEqualTo("listingblock keep");
        assertThat(marked(block)).isEqualTo("x".repeat(80) + "\ny");
    }

    @Test
    void longerLineGetsTheMarginAndOneLongerStillIsBrokenAfterAMark() {
        Element block = fit("listingblock", "    " + "word, ".repeat(18));
        assertThat(block.hasClass("wide")).isTrue();
        assertThat(marked(block))
                .isEqualTo("    " + "word, ".repeat(16) + "\n    ~" + "word, ".repeat(2));
    }

    @Test
    void wordWithoutAMarkIsBrokenAtTheEdgeAndOutputEarlier() {
        assertThat(marked(fit("listingblock", "x".repeat(110))))
                .isEqualTo("x".repeat(102) + "\n~" + "x".repeat(8));
        assertThat(marked(fit("literalblock", "x".repeat(110))))
                .isEqualTo("x".repeat(98) + "\n~" + "x".repeat(12));
    }

    @Test
    void chineseTakesMoreRoomAndSpansStayWhole() {
        assertThat(marked(fit("listingblock", "汉".repeat(70))))
                .isEqualTo("汉".repeat(61) + "\n~" + "汉".repeat(9));
        Element block =
                fit("listingblock", "<b>" + "a".repeat(101) + " </b><i>bc</i>" + "d".repeat(9));
        assertThat(block.select("b").text()).isEqualTo("a".repeat(101));
        assertThat(marked(block)).isEqualTo("a".repeat(101) + " \n~bc" + "d".repeat(9));
    }

    @Property
    void nothingButTheMarksIsAdded(
            @ForAll @StringLength(max = 700) @CharRange(from = ' ', to = '。') String code) {
        String text = code.replaceAll("[<&~\\p{Cntrl}]", "x");
        Element block = fit("listingblock", text);
        String[] shown = marked(block.clone()).replace("~", "~~").split("\n");
        assertThat(shown)
                .allSatisfy(
                        line -> {
                            double width =
                                    line.chars().mapToDouble(c -> c < 0x2e80 ? 1 : 5 / 3.0).sum();
                            assertThat(width).isLessThan(102.001);
                        });
        block.select(".wrapped").remove();
        assertThat(block.wholeText()).isEqualTo(text);
    }
}
