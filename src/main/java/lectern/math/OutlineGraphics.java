package lectern.math;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/**
 * The part of a Graphics2D that outlines do not need: hints are ignored, pixels and clips refused.
 *
 * <p>Long only because AWT's interface is; there is nothing to decide here.
 */
abstract class OutlineGraphics extends Graphics2D {

    @Override
    public final void translate(int x, int y) {
        translate((double) x, (double) y);
    }

    @Override
    public final void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public final void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public final void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public final void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public final void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public final Paint getPaint() {
        return getColor();
    }

    @Override
    public final Color getBackground() {
        return Color.WHITE;
    }

    @Override
    public final Object getRenderingHint(RenderingHints.Key key) {
        return null;
    }

    @Override
    public final RenderingHints getRenderingHints() {
        return new RenderingHints(Map.of());
    }

    @Override
    public final Shape getClip() {
        return null;
    }

    @Override
    public final Rectangle getClipBounds() {
        return null;
    }

    @Override
    public final Composite getComposite() {
        return null;
    }

    @Override
    public final GraphicsConfiguration getDeviceConfiguration() {
        return null;
    }

    @Override
    public final void setRenderingHint(RenderingHints.Key key, Object value) {}

    @Override
    public final void setRenderingHints(Map<?, ?> hints) {}

    @Override
    public final void addRenderingHints(Map<?, ?> hints) {}

    @Override
    public final void setComposite(Composite composite) {}

    @Override
    public final void setBackground(Color background) {}

    @Override
    public final void setPaintMode() {}

    @Override
    public final void dispose() {}

    @Override
    public final Graphics create() {
        throw new UnsupportedOperationException("copy of the graphics");
    }

    @Override
    public final FontMetrics getFontMetrics(Font font) {
        throw new UnsupportedOperationException("font metrics");
    }

    @Override
    public final boolean hit(Rectangle place, Shape shape, boolean onStroke) {
        throw new UnsupportedOperationException("hit test");
    }

    @Override
    public final void shear(double x, double y) {
        throw new UnsupportedOperationException("shear");
    }

    @Override
    public final void clip(Shape shape) {
        throw new UnsupportedOperationException("clip");
    }

    @Override
    public final void clipRect(int x, int y, int width, int height) {
        throw new UnsupportedOperationException("clip");
    }

    @Override
    public final void setClip(Shape shape) {
        throw new UnsupportedOperationException("clip");
    }

    @Override
    public final void setClip(int x, int y, int width, int height) {
        throw new UnsupportedOperationException("clip");
    }

    @Override
    public final void clearRect(int x, int y, int width, int height) {
        throw new UnsupportedOperationException("pixels");
    }

    @Override
    public final void copyArea(int x, int y, int width, int height, int right, int down) {
        throw new UnsupportedOperationException("pixels");
    }

    @Override
    public final void setXORMode(Color other) {
        throw new UnsupportedOperationException("pixels");
    }

    @Override
    public final void drawRoundRect(int x, int y, int width, int height, int arcX, int arcY) {
        throw new UnsupportedOperationException("round rectangle");
    }

    @Override
    public final void fillRoundRect(int x, int y, int width, int height, int arcX, int arcY) {
        throw new UnsupportedOperationException("round rectangle");
    }

    @Override
    public final void drawPolygon(int[] x, int[] y, int points) {
        throw new UnsupportedOperationException("polygon");
    }

    @Override
    public final void fillPolygon(int[] x, int[] y, int points) {
        throw new UnsupportedOperationException("polygon");
    }

    @Override
    public final void drawPolyline(int[] x, int[] y, int points) {
        throw new UnsupportedOperationException("polyline");
    }

    @Override
    public final void drawString(AttributedCharacterIterator text, float x, float y) {
        throw new UnsupportedOperationException("attributed text");
    }

    @Override
    public final void drawString(AttributedCharacterIterator text, int x, int y) {
        throw new UnsupportedOperationException("attributed text");
    }

    @Override
    public final void drawRenderableImage(RenderableImage image, AffineTransform at) {
        throw new UnsupportedOperationException("image");
    }

    @Override
    public final void drawRenderedImage(RenderedImage image, AffineTransform at) {
        throw new UnsupportedOperationException("image");
    }

    @Override
    public final void drawImage(BufferedImage image, BufferedImageOp filter, int x, int y) {
        throw new UnsupportedOperationException("image");
    }

    @Override
    public final boolean drawImage(Image image, AffineTransform at, ImageObserver observer) {
        throw new UnsupportedOperationException("image");
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw new UnsupportedOperationException("image");
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, Color back, ImageObserver observer) {
        throw new UnsupportedOperationException("image");
    }

    @Override
    public final boolean drawImage(
            Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw new UnsupportedOperationException("image");
    }

    @Override
    public final boolean drawImage(
            Image image, int x, int y, int width, int height, Color back, ImageObserver observer) {
        throw new UnsupportedOperationException("image");
    }

    @Override
    public final boolean drawImage(
            Image image,
            int a,
            int b,
            int c,
            int d,
            int e,
            int f,
            int g,
            int h,
            ImageObserver observer) {
        throw new UnsupportedOperationException("image");
    }

    @Override
    public final boolean drawImage(
            Image image,
            int a,
            int b,
            int c,
            int d,
            int e,
            int f,
            int g,
            int h,
            Color back,
            ImageObserver observer) {
        throw new UnsupportedOperationException("image");
    }
}
