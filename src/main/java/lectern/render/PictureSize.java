package lectern.render;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * How large a vector picture is drawn, in CSS pixels of 1/96 inch.
 *
 * @param width more than 0
 * @param height more than 0
 */
record PictureSize(double width, double height) {
    /** Text width and usable height of the printed page: 120 mm and 200 mm. */
    static final PictureSize PRINTED = new PictureSize(453, 755);

    private static final Pattern LENGTH = Pattern.compile("([\\d.]+)(px|pt|mm|cm|in|%)?");
    private static final PictureSize UNKNOWN = new PictureSize(640, 400);

    /**
     * Read a picture's size off its attributes.
     *
     * @param svg an {@code svg} element
     * @param space what a width in percent is taken of
     */
    static PictureSize of(Element svg, PictureSize space) {
        return of(svg.attr("viewBox"), svg.attr("width"), svg.attr("height"), space);
    }

    /** The same from the values of the attributes, empty where one is missing. */
    static PictureSize of(String view, String wide, String high, PictureSize space) {
        String[] box = view.strip().split("[\\s,]+");
        double boxWidth = box.length == 4 ? pixels(box[2], 0) : 0;
        double boxHeight = box.length == 4 ? pixels(box[3], 0) : 0;
        double width = pixels(wide, space.width());
        double height = pixels(high, space.height());
        boolean shaped = boxWidth > 0 && boxHeight > 0;
        if (width > 0 && shaped) {
            return new PictureSize(width, width * boxHeight / boxWidth);
        }
        if (width > 0 && height > 0) {
            return new PictureSize(width, height);
        }
        return shaped ? new PictureSize(boxWidth, boxHeight) : UNKNOWN;
    }

    /** The largest size of the same shape that fits, never larger than it is. */
    PictureSize within(PictureSize space) {
        double scale = Math.min(1, Math.min(space.width / width, space.height / height));
        return new PictureSize(width * scale, height * scale);
    }

    /** Give an {@code svg} element this size. */
    void applyTo(Element svg) {
        svg.attr("width", String.format(Locale.ROOT, "%.1fpx", width));
        svg.attr("height", String.format(Locale.ROOT, "%.1fpx", height));
    }

    // CSS 2.1, 4.3.2: 1in = 96px = 72pt = 2.54cm.
    private static double pixels(String length, double whole) {
        Matcher matcher = LENGTH.matcher(length.strip());
        if (!matcher.matches()) {
            return 0;
        }
        double number = Double.parseDouble(matcher.group(1));
        String unit = matcher.group(2) == null ? "px" : matcher.group(2);
        return switch (unit) {
            case "pt" -> number * 96 / 72;
            case "mm" -> number * 96 / 25.4;
            case "cm" -> number * 96 / 2.54;
            case "in" -> number * 96;
            case "%" -> number / 100 * whole;
            default -> number;
        };
    }
}
