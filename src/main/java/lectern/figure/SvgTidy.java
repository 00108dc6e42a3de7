package lectern.figure;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.text.Escapes;

/**
 * Writes what Lets-Plot drew as a small, plain SVG.
 *
 * <p>Paper is left out, ink becomes {@code currentColor}, style rules become attributes (the PDF
 * writer's SVG engine knows little CSS), and numbers are cut to two digits.
 */
final class SvgTidy {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(?:[eE]-?\\d+)?");
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

    private final FigureSpec figure;
    private final StringBuilder out = new StringBuilder();

    SvgTidy(FigureSpec figure) {
        this.figure = figure;
    }

    /**
     * Tidy up.
     *
     * @throws FigureException if the plot shows no data
     */
    String tidy(String svg) {
        SvgElement root = SvgReader.read(svg);
        if (!Marks.any(root)) {
            throw new FigureException(
                    "the plot draws nothing: no data, or none that its scales can show");
        }
        String alt = Escapes.attribute(figure.alt());
        out.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" role=\"img\""
                                + " aria-label=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                                + " font-family=\"%s\" fill=\"currentColor\">\n<title>%s</title>\n%s\n",
                        alt,
                        figure.width(),
                        figure.height(),
                        figure.width(),
                        figure.height(),
                        SvgText.FAMILY,
                        alt,
                        SvgInline.STANDALONE));
        children(root);
        return out.append("</svg>\n").toString();
    }

    private void children(SvgElement parent) {
        for (Object child : parent.children()) {
            if (child instanceof SvgElement element && !isInvisible(element)) {
                element(element);
            } else if (child instanceof String text && !text.isBlank()) {
                out.append(Escapes.attribute(text.strip()));
            }
        }
    }

    private void element(SvgElement element) {
        int start = out.length();
        String name = element.name();
        boolean words = name.equals("text") || name.equals("tspan");
        out.append('<').append(name);
        attributes(element).forEach((key, value) -> out.append(" " + key + "=\"" + value + "\""));
        out.append(words || element.children().isEmpty() ? ">" : ">\n");
        int inside = out.length();
        children(element);
        if (out.length() == inside && name.equals("g")) {
            out.setLength(start);
        } else if (isBlankFrom(inside)) {
            out.setLength(inside - (out.charAt(inside - 1) == '\n' ? 2 : 1));
            out.append("/>\n");
        } else {
            out.append("</").append(name).append(name.equals("tspan") ? ">" : ">\n");
        }
    }

    private boolean isBlankFrom(int start) {
        int at = start;
        while (at < out.length() && Character.isWhitespace(out.charAt(at))) {
            at++;
        }
        return at == out.length();
    }

    private static boolean isInvisible(SvgElement element) {
        String name = element.name();
        boolean unfilled =
                isZero(element, "fill-opacity")
                        || element.get("fill").equals("none")
                        || element.get("fill").equals("rgb(255,255,255)");
        boolean unstroked =
                !element.has("stroke")
                        || isZero(element, "stroke-width")
                        || isZero(element, "stroke-opacity")
                        || element.get("stroke").equals("none")
                        || element.get("stroke").equals("rgb(255,255,255)");
        boolean shape = name.equals("rect") || name.equals("path") || name.equals("circle");
        boolean empty = name.equals("path") && element.get("d").isBlank();
        boolean cuts = element.within("clipPath");
        return name.equals("style") || empty || shape && !cuts && unfilled && unstroked;
    }

    private static boolean isZero(SvgElement element, String attribute) {
        return element.has(attribute) && Double.parseDouble(element.get(attribute)) == 0;
    }

    private static Map<String, String> attributes(SvgElement element) {
        var kept = new TreeMap<>(element.attributes());
        style(kept);
        if (isZero(element, "stroke-width") || isZero(element, "stroke-opacity")) {
            kept.keySet().removeIf(key -> key.startsWith("stroke"));
        }
        kept.remove("clip-bounds-jfx");
        kept.values().removeIf(String::isBlank);
        kept.entrySet().removeIf(e -> e.getKey().endsWith("opacity") && isFull(e.getValue()));
        kept.replaceAll((key, value) -> key.equals("id") ? value : colour(rounded(value)));
        grid(kept);
        return kept;
    }

    /** Words: their class decides size and weight; text on the panel brings a style instead. */
    private static void style(Map<String, String> attributes) {
        String cssClass = attributes.remove("class");
        String style = attributes.remove("style");
        if (style != null) {
            for (String rule : style.split(";")) {
                String[] parts = rule.split(":", 2);
                if (parts.length == 2 && !parts[0].strip().equals("font-family")) {
                    attributes.put(parts[0].strip(), parts[1].strip().replace("px", ""));
                }
            }
        } else if (cssClass != null && !cssClass.isEmpty()) {
            attributes.put("font-size", String.valueOf(SvgText.size(cssClass)));
            if (SvgText.isBold(cssClass)) {
                attributes.put("font-weight", "bold");
            }
        }
    }

    private static boolean isFull(String opacity) {
        return Double.parseDouble(opacity) > 0.999;
    }

    private static void grid(Map<String, String> attributes) {
        if (Palette.GRID.equals(attributes.get("stroke"))) {
            attributes.put("stroke", "currentColor");
            attributes.put("stroke-opacity", "0.15");
        }
    }

    private static String colour(String value) {
        Matcher rgb = RGB.matcher(value);
        String colour = value;
        if (rgb.matches()) {
            colour =
                    String.format(
                            Locale.ROOT,
                            "#%02x%02x%02x",
                            Integer.parseInt(rgb.group(1)),
                            Integer.parseInt(rgb.group(2)),
                            Integer.parseInt(rgb.group(3)));
        }
        return colour.equals(Palette.INK) ? "currentColor" : Escapes.attribute(colour);
    }

    private static String rounded(String value) {
        if (value.indexOf('.') < 0) {
            return value.strip();
        }
        Matcher number = NUMBER.matcher(value);
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (number.find()) {
            text.append(value, from, number.start());
            hundredths(Math.round(Double.parseDouble(number.group()) * 100), text);
            from = number.end();
        }
        return text.append(value, from, value.length()).toString().strip();
    }

    /** Write a number of hundredths without zeros at the end. */
    private static void hundredths(long count, StringBuilder text) {
        long size = Math.abs(count);
        text.append(count < 0 ? "-" : "").append(size / 100);
        if (size % 100 != 0) {
            text.append('.').append(size / 10 % 10);
            if (size % 10 != 0) {
                text.append(size % 10);
            }
        }
    }
}
