package lectern.render;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.Shape;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import lectern.math.Outline;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws vector pictures in the PDF: formulas, which are plain outlines, straight onto the page, and
 * everything else as it was painted before.
 */
final class PdfDrawer implements SVGDrawer {
    private static final double PIXELS_PER_POINT = 96.0 / 72;

    private final PdfPictures pictures;

    PdfDrawer(PdfPictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg,
            Box box,
            CssContext context,
            double width,
            double height,
            double dotsPerPixel) {
        boolean formula =
                width > 0 && height > 0 && svg.getAttribute("class").matches("(.* )?math( .*)?");
        return formula
                ? formula(svg, (int) Math.round(width), (int) Math.round(height), box)
                : picture(svg, width, height, dotsPerPixel);
    }

    private SVGImage picture(Element svg, double cssWidth, double cssHeight, double dotsPerPixel) {
        PictureSize size =
                PictureSize.of(
                        svg.getAttribute("viewBox"),
                        svg.getAttribute("width"),
                        svg.getAttribute("height"),
                        PictureSize.PRINTED);
        double width = cssWidth > 0 ? cssWidth : size.width() * dotsPerPixel;
        double height = cssHeight > 0 ? cssHeight : width * size.height() / size.width();
        return new PdfPicture(
                pictures.painted(svg, (float) size.width(), (float) size.height()),
                (int) Math.round(width),
                (int) Math.round(height),
                dotsPerPixel * PIXELS_PER_POINT);
    }

    private static SVGImage formula(Element svg, int width, int height, Box box) {
        String[] view = svg.getAttribute("viewBox").split(" ");
        List<Shape> outlines = new ArrayList<>();
        NodeList paths = svg.getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            outlines.add(Outline.of(((Element) paths.item(i)).getAttribute("d")));
        }
        return new PdfFormula(
                outlines,
                width,
                height,
                Double.parseDouble(view[2]),
                Double.parseDouble(view[3]),
                box.getStyle().getColor() == null
                        ? new FSRGBColor(0, 0, 0)
                        : box.getStyle().getColor());
    }

    @Override
    public SVGImage buildStandaloneSVGImage(
            Element svg, String address, double width, double height, double dotsPerPixel) {
        // an image whose address holds the picture itself: rare, and never one of ours
        return new BatikSVGDrawer()
                .buildStandaloneSVGImage(svg, address, width, height, dotsPerPixel);
    }

    // pictures take their fonts from AWT and nothing from elsewhere

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

    @Override
    public void withUserAgent(UserAgentCallback agent) {}

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

    @Override
    public void close() {}
}
