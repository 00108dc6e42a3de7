package lectern.render;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Shows under each cell how to run it, and leads from a value in prose to the cell it is from. */
final class ExampleCards {
    private ExampleCards() {}

    /**
     * Place the cards.
     *
     * @param elsewhere ids in the parts of the book that the document does not have
     */
    static void place(
            Document document,
            Map<String, CellCard> cells,
            Set<String> elsewhere,
            List<Finding> findings) {
        Map<String, Element> shown = new HashMap<>();
        for (Element cell : document.select("div.listingblock.cell[id]")) {
            CellCard card = cells.get(cell.id());
            if (shown.putIfAbsent(cell.id(), cell) == null && card != null) {
                cell.appendChild(command(card));
            }
        }
        Set<String> unknown = new LinkedHashSet<>();
        for (Element value : document.select("span.val")) {
            String id = cellOf(value);
            if (!shown.containsKey(id) && !elsewhere.contains(id)) {
                unknown.add(id);
            } else if (value.closest("h1, h2, h3, h4, h5, h6, a") == null) {
                CellCard card = cells.get(id);
                value.tagName("a").attr("href", "#" + id);
                value.attr("title", "from example " + (card == null ? id : card.alias()));
            }
        }
        unknown.forEach(id -> findings.add(Finding.unknownCell(id)));
    }

    private static Element command(CellCard card) {
        Element line = new Element("div").addClass("run-line");
        if (!card.inPage().isEmpty()) {
            line.attr("data-inpage", card.inPage());
        }
        line.appendElement("span").addClass("run-label").text("Run");
        line.appendText(" ");
        Element code = line.appendElement("code").addClass("command").text(card.jbangCommand());
        if (!card.description().isEmpty()) {
            code.attr("title", card.description());
        }
        if (!card.scriptPath().isEmpty()) {
            line.appendText(" ");
            line.appendElement("span").addClass("run-source").text(card.scriptPath());
        }
        return line;
    }

    private static String cellOf(Element value) {
        for (String name : value.classNames()) {
            if (name.startsWith("of-")) {
                return name.substring("of-".length());
            }
        }
        return "";
    }
}
