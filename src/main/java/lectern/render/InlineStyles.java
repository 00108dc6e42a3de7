package lectern.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Moves style attributes and style elements into one style sheet, since the pages' content security
 * policy allows neither.
 */
final class InlineStyles {
    private static final Pattern SIZE =
            Pattern.compile("(?:^|;)\\s*(width|height)\\s*:\\s*([\\d.]+(?:em|ex|px))\\s*(?=;|$)");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

    private static final Pattern LINE = Pattern.compile("(?m)^([^{}\\n/]+)\\{([^{}]*)\\}$");

    private final Map<String, String> rules = new TreeMap<>();

    /** Clear {@code root} of inline styles and remember them. */
    void collect(Element root) {
        for (Element element : root.select("svg style")) {
            scope(element);
        }
        for (Element element : root.select("[style]")) {
            String style = element.attr("style").strip();
            element.removeAttr("style");
            if (element.normalName().equals("svg")) {
                style = sized(element, style);
            }
            if (!style.isEmpty()) {
                String name = "s" + digest(style);
                element.addClass(name);
                rules.put("." + name, style);
            }
        }
    }

    /** Take in the rules of a style sheet that {@link #css()} made. */
    void takeIn(String css) {
        Matcher rule = LINE.matcher(css);
        while (rule.find()) {
            rules.putIfAbsent(rule.group(1), rule.group(2));
        }
    }

    /** Take in the rules of a page. */
    void takeIn(Map<String, String> page) {
        rules.putAll(page);
    }

    /** The rules by their selectors. */
    Map<String, String> rules() {
        return rules;
    }

    /** The collected style sheet, in an order that does not depend on the pages'. */
    String css() {
        StringBuilder css = new StringBuilder("/* Styles that stood inline in the book. */\n");
        rules.forEach((selector, style) -> css.append(selector + "{" + style + "}\n"));
        return css.toString();
    }

    private void scope(Element element) {
        String css = element.data().isEmpty() ? element.wholeText() : element.data();
        String name = "v" + digest(css);
        Element picture = element.closest("svg");
        element.remove();
        if (picture == null) {
            return;
        }
        picture.addClass(name);
        Matcher rule = RULE.matcher(css.replaceAll("(?s)/\\*.*?\\*/", ""));
        while (rule.find()) {
            for (String selector : rule.group(1).split(",")) {
                rules.put("." + name + " " + selector.strip(), rule.group(2).strip());
            }
        }
    }

    /** Width and height of a drawing can be attributes: one rule less for each formula. */
    private static String sized(Element svg, String style) {
        Matcher size = SIZE.matcher(style);
        while (size.find()) {
            svg.attr(size.group(1), size.group(2));
        }
        return size.replaceAll("").replaceAll("^[;\\s]+", "").strip();
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] bytes = sha.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
