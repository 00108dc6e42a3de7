package lectern.render;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes the preview of one place of the book: a section by its title and first paragraph, a figure,
 * a formula or a table as it is, an entry by its words. It holds nothing to click or to focus.
 */
final class CardBody {
    private static final int MOST_ROWS = 8;
    private static final int LONGEST = 80_000;

    private CardBody() {}

    /** HTML of the card; empty where there is nothing worth showing. */
    static String of(Element target) {
        Element card = new Element("div");
        if (target.normalName().matches("h[1-6]")) {
            section(card, target);
        } else if (target.normalName().equals("a")) {
            entry(card, target);
        } else if (!target.is("span, sup, li, svg")) {
            boolean table = target.normalName().equals("table");
            Element copy = card.appendChild(target.clone()).child(0);
            if (table) {
                copy.select("tbody > tr").stream().skip(MOST_ROWS).forEach(Element::remove);
            }
        }
        clean(card);
        Document.OutputSettings plain = new Document.OutputSettings().prettyPrint(false);
        Document holder = new Document("");
        holder.outputSettings(plain);
        holder.appendChild(card);
        String html = card.html().strip();
        return html.length() <= LONGEST ? html : "";
    }

    private static void section(Element card, Element heading) {
        Element title = card.appendElement("p").addClass("card-title");
        title.html(heading.html());
        Element section = heading.parent();
        Element first = section == null ? null : section.selectFirst(".paragraph > p");
        for (Element p :
                section == null ? new Element("p").select("p") : section.select(".paragraph > p")) {
            if (p.closest(".annotation, .aside, .source-card") == null) {
                first = p;
                break;
            }
        }
        if (first != null) {
            card.appendChild(first.clone());
        }
    }

    private static void entry(Element card, Element anchor) {
        Element entry = anchor.closest("li, dt, tr, p");
        if (entry == null) {
            return;
        }
        switch (entry.normalName()) {
            case "tr" -> row(card, entry);
            case "dt" -> {
                card.appendElement("p").addClass("card-title").html(entry.html());
                Element meaning = entry.nextElementSibling();
                if (meaning != null && meaning.normalName().equals("dd")) {
                    card.append(meaning.html());
                }
            }
            case "li" -> card.append(entry.html());
            default -> card.appendChild(entry.clone());
        }
    }

    /** One row of a table under the heads of its columns. */
    private static void row(Element card, Element row) {
        Element table = row.closest("table");
        Element head = table == null ? null : table.selectFirst("thead");
        Element small = card.appendElement("table");
        if (head != null) {
            small.appendChild(head.clone());
        }
        small.appendElement("tbody").appendChild(row.clone());
    }

    private static void clean(Element card) {
        card.select(".permalink, .run-line, .sidenote, sup.footnote, sup.footnoteref, .copy")
                .remove();
        card.select("summary, a:empty, script").remove();
        card.select("details").tagName("div").removeAttr("open");
        for (Element element : card.getAllElements()) {
            if (element.closest("svg") == null) {
                element.removeAttr("id").removeAttr("tabindex").removeAttr("role");
                element.removeAttr("aria-label").removeAttr("data-at");
            }
        }
        for (Element link : card.select("a")) {
            link.tagName("span").removeAttr("href").removeAttr("title");
        }
    }
}
