package lectern.render;

import com.openhtmltopdf.css.parser.FSColor;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer.SVGImage;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * A formula as outlines.
 *
 * @param outlines to be filled, in units of the view
 * @param width on the page, in dots of the engine
 * @param height on the page, in dots of the engine
 * @param viewWidth of the view that the outlines are drawn in
 * @param viewHeight of the view that the outlines are drawn in
 * @param ink colour of the text around
 */
record PdfFormula(
        List<Shape> outlines,
        int width,
        int height,
        double viewWidth,
        double viewHeight,
        FSColor ink)
        implements SVGImage {

    @Override
    public int getIntrinsicWidth() {
        return width;
    }

    @Override
    public int getIntrinsicHeight() {
        return height;
    }

    @Override
    public void drawSVG(OutputDevice page, RenderingContext context, double x, double y) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(width / viewWidth, height / viewHeight);
        page.setColor(ink);
        outlines.forEach(outline -> page.fill(place.createTransformedShape(outline)));
    }
}
