package lectern.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws title, description and authors of a book: its cover, or what a shared page is known by. */
final class TitlePicture {
    private static final int PAPER = 0xfffdf9;
    private static final int INK = 0x24211d;
    private static final int SOFT = 0x655f57;
    private static final int SEAL = 0xa3372a;
    private static final int LINE = 3;

    /**
     * Sizes in pixels.
     *
     * @param seal side of the red square, above the title
     * @param sealTop its upper edge
     * @param titleTop baseline of the title's first line
     * @param title size of the title's letters
     * @param text size of all others
     * @param foot baseline of the authors under a line, or 0 when they follow the description
     */
    private record Shape(
            int width,
            int height,
            int margin,
            int seal,
            int sealTop,
            int titleTop,
            int title,
            int text,
            int foot) {}

    private static final Shape SHARED = new Shape(1200, 630, 90, 40, 100, 250, 88, 36, 0);
    private static final Shape COVER = new Shape(1200, 1800, 112, 72, 225, 480, 126, 48, 1590);

    private final Theme theme;
    private final Shape shape;
    private final Graphics2D pen;
    private int y;

    private TitlePicture(Theme theme, Shape shape, Graphics2D pen) {
        this.theme = theme;
        this.shape = shape;
        this.pen = pen;
        this.y = shape.titleTop();
    }

    /** What others see when a reader shares a page: a PNG picture, 1200 by 630 pixels. */
    static byte[] shared(BookMeta meta, Theme theme) {
        return png(meta, theme, SHARED);
    }

    /** The cover of a book, as readers' shelves show it: a PNG picture, 1200 by 1800 pixels. */
    static byte[] cover(BookMeta meta, Theme theme) {
        return png(meta, theme, COVER);
    }

    private static byte[] png(BookMeta meta, Theme theme, Shape shape) {
        BufferedImage image =
                new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        new TitlePicture(theme, shape, pen).draw(meta);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private void draw(BookMeta meta) {
        pen.setColor(new Color(PAPER));
        pen.fillRect(0, 0, shape.width(), shape.height());
        pen.setColor(new Color(SEAL));
        pen.fillRect(shape.margin(), shape.sealTop(), shape.seal(), shape.seal());
        lines(meta.title(), "Bold", shape.title(), INK);
        lines(meta.description(), "Regular", shape.text(), SOFT);
        boolean signed = !meta.authors().isEmpty() || !meta.revision().isEmpty();
        if (shape.foot() > y && signed) {
            y = shape.foot();
            pen.setColor(new Color(INK));
            int above = y - 2 * shape.text();
            pen.fillRect(shape.margin(), above, shape.width() - 2 * shape.margin(), LINE);
        }
        lines(String.join(", ", meta.authors()), "Regular", shape.text(), INK);
        if (shape.foot() > 0) {
            lines(meta.revision(), "Regular", shape.text(), SOFT);
        }
    }

    private void lines(String text, String weight, int size, int colour) {
        Font latin = font("SourceSans3-" + weight, size);
        boolean plain = latin.canDisplayUpTo(text) < 0;
        pen.setFont(plain ? latin : font("NotoSansSC-" + weight, size));
        pen.setColor(new Color(colour));
        int room = shape.width() - 2 * shape.margin();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("(?<=\\s)|(?<=\\p{IsHan})(?=\\p{IsHan})")) {
            if (pen.getFontMetrics().stringWidth((line + word).strip()) > room) {
                put(line.toString(), size);
                line.setLength(0);
            }
            line.append(word);
        }
        put(line.toString(), size);
        y += size / 3;
    }

    private void put(String line, int size) {
        if (!line.isBlank() && y < shape.height() - size / 2) {
            pen.drawString(line.strip(), shape.margin(), y);
            y += size * 6 / 5;
        }
    }

    private Font font(String name, int size) {
        byte[] bytes = theme.bytes("fonts/" + name + ".ttf");
        try {
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
            return font.deriveFont((float) size);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the theme's font " + name + " cannot be read", e);
        }
    }
}
