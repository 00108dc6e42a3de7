package lectern.math;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** Takes what JLaTeXMath paints and keeps the outlines, one SVG path for each. */
final class PathRecorder extends OutlineGraphics {

    private final FontRenderContext context = new FontRenderContext(null, true, true);
    private final StringBuilder paths = new StringBuilder();
    private Rectangle2D drawn;
    private AffineTransform transform = new AffineTransform();
    private Font font = new Font("SansSerif", Font.PLAIN, 1);
    private Color color = Color.BLACK;
    private Stroke stroke = new BasicStroke();

    /** The paths so far, in the order they were painted. */
    String paths() {
        return paths.toString();
    }

    /** The given room, and more where outlines reach out of it. */
    Extent extent(Extent box) {
        return drawn == null ? box : box.including(drawn);
    }

    @Override
    public void fill(Shape shape) {
        Shape outline = transform.createTransformedShape(shape);
        String data = PathData.of(outline);
        if (data.isEmpty()) {
            return;
        }
        Rectangle2D bounds = outline.getBounds2D();
        drawn = drawn == null ? bounds : drawn.createUnion(bounds);
        paths.append("<path");
        if (!color.equals(Color.BLACK)) {
            int rgb = color.getRGB() & 0xFFFFFF;
            paths.append(String.format(Locale.ROOT, " fill=\"#%06x\"", rgb));
        }
        paths.append(" d=\"").append(data).append("\"/>");
    }

    @Override
    public void draw(Shape shape) {
        fill(stroke.createStrokedShape(shape));
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void drawString(String text, float x, float y) {
        drawGlyphVector(font.createGlyphVector(context, text), x, y);
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int angle) {
        draw(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int angle) {
        fill(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.PIE));
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public void transform(AffineTransform more) {
        transform.concatenate(more);
    }

    @Override
    public void setTransform(AffineTransform other) {
        transform = new AffineTransform(other);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return context;
    }

    @Override
    public void setFont(Font other) {
        font = other;
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setColor(Color other) {
        color = other == null ? color : other;
    }

    @Override
    public Color getColor() {
        return color;
    }

    @Override
    public void setPaint(Paint paint) {
        if (paint instanceof Color plain) {
            color = plain;
        }
    }

    @Override
    public void setStroke(Stroke other) {
        stroke = other;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }
}
