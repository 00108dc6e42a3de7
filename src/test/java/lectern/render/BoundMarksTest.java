package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which marks stay with the link, code or formula that they touch. */
class BoundMarksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    see <a>this</a>, then           | see <span class="bound"><a>this</a>,</span> then
                    (<a>this</a>), then             | <span class="bound">(<a>this</a>),</span> then
                    one (<code>x</code> here)       | one <span class="bound">(<code>x</code></span> here)
                    see <a>this</a> then            | see <a>this</a> then
                    f(<a>this</a> then              | f(<a>this</a> then
                    <code>x</code>yz                | <code>x</code>yz
                    <span class="fn">a</span>, b    | <span class="fn">a</span>, b
                    <a><code>x</code></a>. b        | <span class="bound"><a><code>x</code></a>.</span> b
                    <a>a text of more than a line</a>; b | <a>a text of more than a <span class="bound">line;</span></a> b
                    (<a class="xr" data-after=")">this</a>); b | <a class="xr" data-after="));">(this</a> b
                    <a>a longer text that ends with <code>x</code></a>; b | <a>a longer text that ends with <code>x</code></a>; b
                    <a>one</a>, <a>two</a>, b       | <span class="bound"><a>one</a>,</span> <span class="bound"><a>two</a>,</span> b
                    """)
    void marksAreBoundToWhatTheyTouch(String html, String bound) {
        Document document = Jsoup.parseBodyFragment("<p>" + html + "</p>");
        document.outputSettings().prettyPrint(false);
        BoundMarks.bind(document);
        assertThat(document.selectFirst("p").html()).isEqualTo(bound);
    }

    @Test
    void inTablesOnlyTheLastWordIsKeptWithAMark() {
        String table = "<table><tbody><tr><td><a>x %s</a>%s y</td></tr></tbody></table>";
        Document document = Jsoup.parseBodyFragment(table.formatted("2018)", ","));
        document.outputSettings().prettyPrint(false);
        BoundMarks.bind(document);
        assertThat(document.body().html())
                .isEqualTo(table.formatted("<span class=\"bound\">2018),</span>", ""));
    }
}
