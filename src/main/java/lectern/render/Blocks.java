package lectern.render;

import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Turns Asciidoctor's layout tables and divisions into the elements HTML has for them. */
final class Blocks {
    private static final String EQUATION = "equation-";

    private Blocks() {}

    static void rebuild(Document document) {
        admonitions(document);
        callouts(document);
        figures(document);
        tables(document);
        tasks(document);
        equations(document);
        footnoteCalls(document);
    }

    /** The number that weaving gave to a formula with an id stands beside it. */
    private static void equations(Document document) {
        for (Element block : document.select("div.stemblock[class*=" + EQUATION + "]")) {
            String role =
                    block.classNames().stream()
                            .filter(name -> name.matches(EQUATION + "\\d+"))
                            .findFirst()
                            .orElse("");
            if (!role.isEmpty()) {
                block.removeClass(role).addClass("numbered");
                String number = "(" + role.substring(EQUATION.length()) + ")";
                block.appendElement("div").addClass("equation-number").text(number);
            }
        }
    }

    private static void tasks(Document document) {
        for (Element paragraph : document.select("ul.checklist > li > p:first-child")) {
            Element icon = paragraph.selectFirst("> i[class^=fa fa-]");
            boolean sign = paragraph.wholeText().matches("(?s)^[\\u2713\\u274f\\u2756].*");
            if (icon == null && !sign) {
                continue;
            }
            boolean done =
                    icon == null
                            ? paragraph.wholeText().charAt(0) == '\u2713'
                            : icon.hasClass("fa-check-square-o");
            Element mark = new Element("span").addClass(done ? "task done" : "task open");
            mark.attr("role", "img").attr("aria-label", done ? "done" : "open");
            if (icon == null) {
                paragraph.html(paragraph.html().substring(1).stripLeading());
                paragraph.prependChild(mark);
            } else {
                icon.replaceWith(mark);
            }
            paragraph.parent().addClass("task-item");
        }
    }

    /** A raised number needs no brackets. */
    private static void footnoteCalls(Document document) {
        for (Element call : document.select("sup.footnote, sup.footnoteref")) {
            call.textNodes().forEach(TextNode::remove);
        }
    }

    private static void admonitions(Document document) {
        for (Element block : document.select("div.admonitionblock")) {
            Element content = block.selectFirst("td.content");
            Element icon = block.selectFirst("td.icon");
            if (content == null || icon == null) {
                continue;
            }
            Element mark = icon.selectFirst("i[title], .title, img");
            String label = mark == null ? "" : mark.attr("title") + mark.attr("alt") + mark.text();
            content.remove();
            content.tagName("div").attr("class", "content");
            block.empty();
            block.tagName("aside").removeClass("admonitionblock").addClass("admonition");
            block.attr("role", "note").attr("aria-label", label);
            block.appendElement("p").addClass("label").text(label);
            block.appendChild(content);
        }
    }

    private static void callouts(Document document) {
        for (Element mark : document.select("i.conum[data-value]")) {
            Element printed = mark.nextElementSibling();
            if (printed != null && printed.normalName().equals("b")) {
                printed.remove();
            }
            mark.tagName("span").attr("aria-label", "callout " + mark.attr("data-value"));
            mark.attr("role", "img");
        }
        for (Element list : document.select("div.colist")) {
            Element items = new Element("ol").addClass("colist-items");
            for (Element row : list.select("> table > tbody > tr")) {
                Element item = items.appendElement("li");
                Element mark = row.selectFirst(".conum");
                item.attr("value", mark == null ? "" : mark.attr("data-value"));
                if (mark != null) {
                    item.appendChild(mark.clone());
                }
                item.appendElement("div").append(row.child(row.childrenSize() - 1).html());
            }
            if (items.childrenSize() > 0) {
                list.empty().appendChild(items);
            }
        }
    }

    private static void figures(Document document) {
        for (Element block : document.select("div.imageblock")) {
            block.tagName("figure");
            Element title = block.selectFirst("> .title");
            if (title != null) {
                title.tagName("figcaption");
                splitLabel(title);
            }
        }
        for (Element title :
                document.select(
                        "table > caption.title, .listingblock > .title, .exampleblock > .title")) {
            splitLabel(title);
        }
    }

    /** Wrap "Figure 3." of a caption, so that it can be set apart from the sentence after it. */
    private static void splitLabel(Element title) {
        String text = title.wholeText();
        int dot = text.indexOf(". ");
        if (dot > 0 && text.substring(0, dot).matches("\\p{L}+ [\\dA-Z.-]+")) {
            String label = text.substring(0, dot + 1);
            String html = title.html();
            if (html.startsWith(label)) {
                title.html(html.substring(label.length()));
                title.prependChild(new Element("span").addClass("caption-label").text(label));
            }
        }
    }

    private static void tables(Document document) {
        for (Element head : document.select("thead th")) {
            head.attr("scope", "col");
        }
        for (Element head : document.select("tbody > tr > th")) {
            head.attr("scope", "row");
        }
        for (Element cell : document.select("td > p.tableblock:only-child")) {
            cell.unwrap();
        }
        for (Element table : document.select("table.tableblock")) {
            Element frame = new Element("div").addClass("table-frame");
            table.replaceWith(frame);
            frame.appendChild(table);
            if (table.hasClass("output")) {
                frame.addClass("output-frame");
            }
        }
        for (Element table : document.select("table[width], col[width]")) {
            String width = table.attr("width").toLowerCase(Locale.ROOT);
            table.removeAttr("width").attr("style", "width: " + width);
        }
    }
}
