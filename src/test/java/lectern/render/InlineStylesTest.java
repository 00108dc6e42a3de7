package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class InlineStylesTest {
    private final InlineStyles styles = new InlineStyles();

    private Element collected(String html) {
        Element root = Jsoup.parseBodyFragment(html).body();
        styles.collect(root);
        return root;
    }

    @Test
    void sameStyleIsKeptOnce() {
        Element root = collected("<p style='color:red'>a</p><p class=b style='color:red'>b</p>");
        String name = root.child(0).className();
        assertThat(root.child(1).className()).isEqualTo("b " + name);
        assertThat(root.select("[style]")).isEmpty();
        assertThat(styles.css().lines().toList())
                .containsExactly(
                        "/* Styles that stood inline in the book. */", "." + name + "{color:red}");
    }

    @Test
    void sizeOfDrawingBecomesAttributes() {
        Element svg =
                collected("<svg style='width:2.5em; height:1em;vertical-align:-.2em'></svg>")
                        .child(0);
        assertThat(svg.attr("width")).isEqualTo("2.5em");
        assertThat(svg.attr("height")).isEqualTo("1em");
        assertThat(styles.css()).endsWith("{vertical-align:-.2em}\n");
    }

    @Test
    void styleSheetOfPictureStaysWithItsPicture() {
        Element root =
                collected("<svg><style>/* x */ .axis, text { fill: red }</style><text/></svg>");
        String name = root.child(0).className();
        assertThat(root.select("style")).isEmpty();
        assertThat(styles.css())
                .contains("." + name + " .axis{fill: red}\n", "." + name + " text{fill: red}\n");
    }
}
