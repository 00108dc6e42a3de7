package lectern.markdown;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The blocks, words, links and code of a page, without what two converters may say differently.
 * {@link Benign} lists that.
 */
final class HtmlTree {
    private static final Set<String> GROUPS =
            Set.of("div", "section", "thead", "tbody", "tfoot", "body", "html", "figure", "center");
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "blockquote",
                    "pre",
                    "table",
                    "tr",
                    "td",
                    "th",
                    "hr",
                    "details",
                    "summary",
                    "admonition");

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();

    private HtmlTree() {}

    /** One line per block or run of text. */
    static String of(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        Benign.remove(body);
        HtmlTree tree = new HtmlTree();
        tree.children(body, "");
        tree.flush("");
        return tree.out.toString();
    }

    private void children(Node parent, String indent) {
        for (Node node : parent.childNodes()) {
            visit(node, indent);
        }
    }

    private void visit(Node node, String indent) {
        if (node instanceof TextNode text) {
            if (text.isBlank() && text.getWholeText().contains("\n\n")) {
                flush(indent);
            }
            line.append(escape(text.getWholeText()));
        } else if (node instanceof Element element) {
            element(element, indent);
        } else if (!(node instanceof Comment)) {
            line.append(node.outerHtml());
        }
    }

    private void element(Element element, String indent) {
        String name = element.normalName();
        if (GROUPS.contains(name)) {
            flush(indent);
            children(element, indent);
            flush(indent);
        } else if (name.equals("pre")) {
            flush(indent);
            Element code = element.selectFirst("code");
            out.append(indent).append("pre").append(code == null ? "" : language(code));
            out.append(" |").append(escape(code(element)).replace("\n", "\u21B5"));
            out.append("|\n");
        } else if (BLOCKS.contains(name)) {
            flush(indent);
            boolean paragraph = name.equals("p");
            if (!paragraph) {
                out.append(indent).append(name).append(attributes(element)).append('\n');
            }
            String inner = paragraph ? indent : indent + "  ";
            children(element, inner);
            flush(inner);
        } else {
            inline(element, name, indent);
        }
    }

    private void inline(Element element, String name, String indent) {
        String tag =
                switch (name) {
                    case "b" -> "strong";
                    case "i" -> "em";
                    case "s", "strike" -> "del";
                    default -> name;
                };
        boolean silent =
                name.equals("span") && element.hasClass("image")
                        || name.equals("a") && !element.hasAttr("href");
        if (silent) {
            children(element, indent);
            return;
        }
        line.append('<').append(tag).append(attributes(element)).append('>');
        children(element, indent);
        if (!element.tag().isSelfClosing() && !tag.equals("br") && !tag.equals("img")) {
            line.append("</").append(tag).append('>');
        }
    }

    private static String language(Element code) {
        for (String name : code.classNames()) {
            if (name.startsWith("language-")) {
                String info = name.substring(9).replaceFirst("^\\{\\.", "");
                String language = info.replaceFirst("[,={:].*", "");
                return Benign.DIAGRAMS.contains(language) ? "" : (" " + language).stripTrailing();
            }
        }
        return "";
    }

    private static String attributes(Element element) {
        List<String> all = new ArrayList<>();
        for (String name : List.of("href", "src", "alt", "title", "start", "label")) {
            if (element.hasAttr(name)) {
                String value = element.attr(name);
                if (name.equals("start") && value.equals("1")
                        || (name.equals("title") || name.equals("alt")) && value.isEmpty()) {
                    continue;
                }
                all.add(
                        name
                                + "="
                                + (name.equals("href") || name.equals("src")
                                        ? address(value)
                                        : value.replaceAll("\\s+", " ")));
            }
        }
        for (String side : List.of("right", "center")) {
            if (element.hasClass("halign-" + side)
                    || element.hasClass("text-" + side)
                    || element.attr("align").equals(side)
                    || element.attr("style").contains("text-align: " + side)) {
                all.add(side);
            }
        }
        return all.isEmpty() ? "" : " " + String.join(" ", all);
    }

    private static String address(String value) {
        String decoded = value;
        try {
            decoded = URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            decoded = value;
        }
        if (decoded.length() > 1 && decoded.startsWith("#")) {
            return "#" + Slugs.of(decoded.substring(1));
        }
        return decoded.contains(":") && decoded.matches("[a-z]+:.*")
                ? decoded
                : decoded.replaceFirst("\\.(?:md|markdown|adoc)(#.*)?$", ".html$1");
    }

    /** The text of code; unlike Asciidoctor, flexmark ends it with a line end. */
    private static String code(Element element) {
        String code = element.wholeText();
        boolean asciidoctor = element.closest(".listingblock, .literalblock") != null;
        return code.endsWith("\n") && !asciidoctor ? code.substring(0, code.length() - 1) : code;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void flush(String indent) {
        String text =
                line.toString()
                        .replaceAll(
                                "(?<=[\u2E80-\u9FFF\uFF00-\uFFEF])[ \t]*\n[ \t]*(?=[\u2E80-\u9FFF\uFF00-\uFFEF])",
                                "")
                        .replaceAll("(?:\\s|(?<=<br>)\\s)+", " ")
                        .replaceAll(" ?<br> ?", "<br>")
                        .replaceAll("(?:<(?:strong|em)>)+\\s*(?:</(?:strong|em)>)+", "")
                        .replaceAll("<code> +", "<code>")
                        .replaceAll(" +</code>", "</code>")
                        .strip()
                        .replaceAll(" +((?:</\\w+>)+)$", "$1");
        line.setLength(0);
        if (!text.isEmpty()) {
            out.append(indent).append("| ").append(text).append('\n');
        }
    }
}
