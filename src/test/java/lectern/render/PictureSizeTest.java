package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizeTest {

    @ParameterizedTest
    @CsvSource({
        "'0 0 200 80', 200, 80, 200.0px, 80.0px",
        "'0 0 640 400', '', '', 453.0px, 283.1px",
        "'0 0 640 400', 320, '', 320.0px, 200.0px",
        "'0 0 640 400', 50%, '', 226.5px, 141.6px",
        "'0 0 300 1600', '', '', 141.6px, 755.0px",
        "'0,0,100,100', 72pt, 72pt, 96.0px, 96.0px",
        "'', 96px, 48px, 96.0px, 48.0px",
        "'', '', '', 453.0px, 283.1px"
    })
    void pictureFitsThePage(
            String box, String width, String height, String fitWidth, String fitHeight) {
        Element svg = new Element("svg");
        svg.attr("viewBox", box).attr("width", width).attr("height", height);
        PictureSize.of(svg, PictureSize.PRINTED).within(PictureSize.PRINTED).applyTo(svg);
        assertThat(svg.attr("width")).isEqualTo(fitWidth);
        assertThat(svg.attr("height")).isEqualTo(fitHeight);
    }
}
