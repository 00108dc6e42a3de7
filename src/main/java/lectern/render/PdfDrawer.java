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
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.batik.parser.AWTPathProducer;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws vector pictures in the PDF: formulas, which are plain outlines, straight onto the page, and
 * everything else by Batik, which loads a whole style engine for each picture.
 */
final class PdfDrawer implements SVGDrawer {
    private final BatikSVGDrawer batik = new BatikSVGDrawer();

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
                : batik.buildSVGImage(svg, box, context, width, height, dotsPerPixel);
    }

    private static SVGImage formula(Element svg, int width, int height, Box box) {
        String[] view = svg.getAttribute("viewBox").split(" ");
        List<Shape> outlines = new ArrayList<>();
        NodeList paths = svg.getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            outlines.add(outline(((Element) paths.item(i)).getAttribute("d")));
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

    private static Shape outline(String data) {
        try {
            return AWTPathProducer.createShape(new StringReader(data), Path2D.WIND_NON_ZERO);
        } catch (IOException e) {
            throw new IllegalStateException("reading from a string", e);
        }
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        batik.importFontFaceRules(rules, context);
    }

    @Override
    public SVGImage buildStandaloneSVGImage(
            Element svg, String address, double width, double height, double dotsPerPixel) {
        return batik.buildStandaloneSVGImage(svg, address, width, height, dotsPerPixel);
    }

    @Override
    public void withUserAgent(UserAgentCallback agent) {
        batik.withUserAgent(agent);
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style)
            throws IOException, FontFormatException {
        batik.addFontFile(file, family, weight, style);
    }

    @Override
    public void close() {
        batik.close();
    }
}
