package lectern.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads what Lets-Plot writes, and nothing that is not well-formed. */
class SvgReaderTest {

    @Test
    void elementsAttributesAndTexts() {
        SvgElement svg =
                SvgReader.read(
                        "<?xml version=\"1.0\"?><svg a='1' b=\"&lt;&#65;&amp;\"><!-- no --><g/>a &gt;"
                                + "<![CDATA[<b>]]><text >x</text></svg>");
        assertThat(svg.name()).isEqualTo("svg");
        assertThat(svg.attributes()).containsEntry("a", "1").containsEntry("b", "<A&").hasSize(2);
        assertThat(svg.children()).hasSize(3).contains("a ><b>");
        assertThat(svg.below().stream().map(SvgElement::name)).containsExactly("g", "text");
        assertThat(svg.below().get(0).within("svg")).isTrue();
        assertThat(svg.within("svg")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "<svg> ! its end at 5",
                "<svg>a ! an element without an end at 5",
                "<svg></g> ! an end of another element than 'svg' at 8",
                "<svg a=1/> ! an attribute without quotes at 7",
                "<svg a='1' a='2'/> ! an attribute given twice at 16",
                "<svg>&nbsp;</svg> ! the entity 'nbsp' at 5",
                "<svg>& x</svg> ! an ampersand by itself at 5",
                "<svg/>x ! something follows the drawing at 6",
                "x ! 'x' for '<' at 0"
            })
    void refusals(String svg, String why) {
        assertThatThrownBy(() -> SvgReader.read(svg))
                .isInstanceOf(FigureException.class)
                .hasMessage("the plot came out as no XML: " + why);
    }
}
