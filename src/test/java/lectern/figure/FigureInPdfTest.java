package lectern.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.fonts.AwtFonts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at the pixels of a figure in a PDF, whose SVG engine drops what it does not know. */
class FigureInPdfTest {

    @BeforeAll
    static void installFonts() {
        AwtFonts.install(Path.of("docs-theme/fonts"), Path.of("target/test-fonts"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void figureIsDrawnWithItsColoursAndInk(boolean inline) throws IOException {
        String json = Files.readString(Path.of("src/test/resources/figures/bars.json"));
        String svg = new FigureRenderer().render(json);
        BufferedImage page = page(inline ? SvgInline.inline(svg, "bars-") : svg);
        assertThat(pixels(page, 0x2f7fc1)).isBetween(70_000, 360_000);
        assertThat(dark(page)).isBetween(3_000, 30_000);
        assertThat(pixels(page, 0xffffff)).isGreaterThan(1_000_000);
    }

    private static BufferedImage page(String svg) throws IOException {
        var html = Jsoup.parse("<html><body><div>" + svg + "</div></body></html>");
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withW3cDocument(new W3CDom().fromJsoup(html), null);
        builder.toStream(pdf);
        builder.run();
        try (var document = Loader.loadPDF(pdf.toByteArray())) {
            return new PDFRenderer(document).renderImageWithDPI(0, 144);
        }
    }

    private static int dark(BufferedImage image) {
        int count = 0;
        for (int rgb :
                image.getRGB(
                        0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            count += (rgb & 0x808080) == 0 ? 1 : 0;
        }
        return count;
    }

    private static int pixels(BufferedImage image, int colour) {
        int count = 0;
        for (int rgb :
                image.getRGB(
                        0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            count += (rgb & 0xFFFFFF) == colour ? 1 : 0;
        }
        return count;
    }
}
