package lectern.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Makes the lists after the contents of a printed book: figures, examples, published numbers. */
final class PdfLists {
    private int named;

    /** The lists on pages of their own, or nothing when the book has nothing to list. */
    Optional<Element> of(Element content) {
        Element lists = new Element("div").addClass("contents lists");
        List<Element> figures = new ArrayList<>();
        for (Element figure : content.select("figure:has(> figcaption > .caption-label)")) {
            figures.add(line(figure, figure.selectFirst("> figcaption")));
        }
        append(lists, "Figures", figures);
        List<Element> examples = new ArrayList<>();
        for (Element cell : content.select("div.listingblock.cell:has(> .title)")) {
            examples.add(line(cell, cell.selectFirst("> .title")));
        }
        append(lists, "Examples", examples);
        Element ledger = content.selectFirst(".ledger");
        if (ledger != null) {
            Element link = link(ledger);
            link.appendElement("span").text("Every published number and what was computed");
            append(lists, "Published numbers", List.of(link));
        }
        return lists.childrenSize() == 0 ? Optional.empty() : Optional.of(lists);
    }

    private static void append(Element lists, String title, List<Element> links) {
        if (!links.isEmpty()) {
            Element list = lists.appendElement("div").addClass("list");
            list.appendElement("div").addClass("contents-title").text(title);
            links.forEach(
                    link -> list.appendElement("div").addClass("toc-entry").appendChild(link));
        }
    }

    private Element line(Element target, Element caption) {
        Element link = link(target);
        Element label = caption.selectFirst("> .caption-label");
        String text = Headings.plain(caption);
        if (label != null) {
            String number = label.text().replaceFirst("^\\p{L}+ ", "").replaceFirst("\\.$", "");
            link.appendElement("span").addClass("toc-number").text(number);
            link.appendText(" ");
            text = text.substring(label.text().strip().length()).strip();
        }
        link.appendElement("span").text(text);
        return link;
    }

    private Element link(Element target) {
        if (target.id().isEmpty()) {
            target.attr("id", "_listed_" + ++named);
        }
        return new Element("a").attr("href", "#" + target.id());
    }
}
