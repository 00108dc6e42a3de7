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

/** Draws what others see of a site when a reader shares one of its pages: title and description. */
final class SharePicture {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int MARGIN = 90;

    private final Theme theme;
    private final Graphics2D pen;
    private int y = 250;

    private SharePicture(Theme theme, Graphics2D pen) {
        this.theme = theme;
        this.pen = pen;
    }

    /** A PNG picture, 1200 by 630 pixels. */
    static byte[] png(BookMeta meta, Theme theme) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setColor(new Color(0xfffdf9));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0xa3372a));
        pen.fillRect(MARGIN, 100, 40, 40);
        SharePicture picture = new SharePicture(theme, pen);
        picture.lines(meta.title(), "Bold", 88, new Color(0x24211d));
        picture.lines(meta.description(), "Regular", 36, new Color(0x655f57));
        picture.lines(String.join(", ", meta.authors()), "Regular", 36, new Color(0x24211d));
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private void lines(String text, String weight, int size, Color colour) {
        Font latin = font("SourceSans3-" + weight, size);
        boolean plain = latin.canDisplayUpTo(text) < 0;
        pen.setFont(plain ? latin : font("NotoSansSC-" + weight, size));
        pen.setColor(colour);
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("(?<=\\s)|(?<=\\p{IsHan})(?=\\p{IsHan})")) {
            if (pen.getFontMetrics().stringWidth((line + word).strip()) > WIDTH - 2 * MARGIN) {
                put(line.toString(), size);
                line.setLength(0);
            }
            line.append(word);
        }
        put(line.toString(), size);
        y += size / 3;
    }

    private void put(String line, int size) {
        if (!line.isBlank() && y < HEIGHT - 20) {
            pen.drawString(line.strip(), MARGIN, y);
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
