package lectern.diagram;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lectern.text.Escapes;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Writes a drawn diagram as a small SVG in the colour of the text around it.
 *
 * <p>Paper, shadows, comments and the tools' own data are left out; style rules become attributes.
 */
final class DiagramTidy {

    /** The same as that of figures, so that {@code SvgInline} takes it out of both. */
    private static final String STANDALONE =
            "<style>:root{color:#1f2328}@media (prefers-color-scheme:dark){:root{color:#d7dae0}}"
                    + "</style>";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(?:[eE]-?\\d+)?");
    private static final Pattern TOOL_DATA =
            Pattern.compile("data-.*|class|textLength|lengthAdjust|filter|xmlns.*");
    private static final Set<String> INKS =
            Set.of(PlantUmlStyle.INK, "#000000", "#000", "black", "#181818");

    private final StringBuilder out = new StringBuilder();

    String tidy(String svg) throws IOException {
        Element root = parse(svg);
        String[] box = root.getAttribute("viewBox").strip().split("\\s+");
        out.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\""
                                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" class=\"diagram\""
                                + " role=\"img\" viewBox=\"%s\" width=\"%s\" height=\"%s\""
                                + " font-family=\"'Source Sans 3','Noto Sans SC',sans-serif\""
                                + " fill=\"currentColor\">\n%s\n",
                        String.join(" ", box),
                        box[2],
                        box[3],
                        STANDALONE));
        children(root);
        return out.append("</svg>\n").toString();
    }

    private static Element parse(String svg) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the diagram is no XML", e);
        }
    }

    private void children(Element parent) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element && !isLeftOut(element)) {
                element(element);
            } else if (n instanceof Text text && !text.getData().isBlank()) {
                out.append(Escapes.attribute(text.getData()));
            }
        }
    }

    private void element(Element element) {
        int start = out.length();
        String name = element.getTagName();
        out.append('<').append(name);
        attributes(element)
                .forEach(
                        (key, value) ->
                                out.append(" " + key + "=\"" + Escapes.attribute(value) + "\""));
        int head = out.length();
        boolean inner = Set.of("text", "tspan", "title", "a").contains(name);
        out.append(inner ? ">" : ">\n");
        int inside = out.length();
        children(element);
        if (out.length() > inside) {
            out.append("</" + name + ">" + (name.equals("tspan") ? "" : "\n"));
        } else if (name.equals("g") || name.equals("defs")) {
            out.setLength(start);
        } else {
            out.setLength(head);
            out.append("/>\n");
        }
    }

    /** Paper, shadows, and shapes that only catch the mouse. */
    private static boolean isLeftOut(Element element) {
        Map<String, String> all = attributes(element);
        String fill = all.getOrDefault("fill", "");
        boolean bare = !all.containsKey("stroke") || all.get("stroke").equals("none");
        boolean shape = Set.of("rect", "path", "polygon", "ellipse").contains(element.getTagName());
        boolean paper = fill.equals("none") || fill.equalsIgnoreCase("#ffffff");
        return element.hasAttribute("filter")
                || element.getTagName().equals("filter")
                || shape && bare && paper;
    }

    private static Map<String, String> attributes(Element element) {
        var kept = new TreeMap<String, String>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            String name = all.item(i).getNodeName();
            if (!TOOL_DATA.matcher(name).matches()) {
                kept.put(name, rounded(all.item(i).getNodeValue().strip()));
            }
        }
        String style = kept.remove("style");
        for (String rule : style == null ? new String[0] : style.split(";")) {
            String[] parts = rule.split(":", 2);
            if (parts.length == 2) {
                kept.put(parts[0].strip(), parts[1].strip());
            }
        }
        colours(kept);
        return kept;
    }

    private static void colours(Map<String, String> attributes) {
        if ("0".equals(attributes.get("fill-opacity"))) {
            attributes.remove("fill-opacity");
            attributes.put("fill", "none");
        }
        if (PlantUmlStyle.BOX.equals(attributes.get("fill"))) {
            attributes.put("fill-opacity", "0.07");
            attributes.put("fill", "currentColor");
        }
        if ("white".equals(attributes.get("fill"))) {
            attributes.put("fill", "none");
        }
        for (String name : new String[] {"fill", "stroke"}) {
            attributes.computeIfPresent(
                    name, (key, value) -> INKS.contains(value) ? "currentColor" : value);
        }
        if ("sans-serif".equals(attributes.get("font-family"))) {
            attributes.remove("font-family");
        }
        attributes.computeIfPresent(
                "font-family",
                (key, value) ->
                        value.equals("monospace")
                                ? "'JetBrains Mono','Noto Sans SC',monospace"
                                : value);
    }

    private static String rounded(String value) {
        return NUMBER.matcher(value)
                .replaceAll(
                        number -> {
                            BigDecimal cut =
                                    new BigDecimal(number.group())
                                            .setScale(2, RoundingMode.HALF_UP)
                                            .stripTrailingZeros();
                            return cut.signum() == 0 ? "0" : cut.toPlainString();
                        });
    }
}
