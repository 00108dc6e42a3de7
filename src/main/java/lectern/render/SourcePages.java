package lectern.render;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.highlight.Highlighter;
import lectern.highlight.Highlighters;
import lectern.text.Escapes;
import org.jsoup.nodes.Element;

/** Shows each script in full on a page of its own, and leads from an example to it. */
final class SourcePages {
    private static final Pattern SOURCES = Pattern.compile("(?m)^//SOURCES ([\\w./ -]+)$");

    private final BookTree tree;
    private final SitePlan plan;

    SourcePages(BookTree tree, SitePlan plan) {
        this.tree = tree;
        this.plan = plan;
    }

    /** The text of a script's page. */
    Element text(BookSources.ScriptText script) {
        Element main = new Element("div").addClass("text");
        main.appendElement("h1").text(script.name());
        if (!script.description().isEmpty()) {
            main.appendElement("p").text(script.description());
        }
        Element line = main.appendElement("div").addClass("source-line");
        line.appendElement("span").text(script.path());
        history(line, script.path());
        uses(line, script);
        Element block = main.appendElement("div").addClass("listingblock source-full");
        Element pre = block.appendElement("div").addClass("content").appendElement("pre");
        Element code = pre.attr("tabindex", "0").appendElement("code").addClass("language-java");
        String language = script.name().substring(script.name().lastIndexOf('.') + 1);
        Optional<Highlighter> colours = Highlighters.forLanguage(language);
        code.html(
                colours.map(highlighter -> highlighter.highlight(script.text()))
                        .orElseGet(() -> Escapes.html(script.text())));
        return main;
    }

    /** Lead to the files that a script shares with others. */
    private void uses(Element line, BookSources.ScriptText script) {
        Element uses = new Element("span").text("Uses");
        Matcher sources = SOURCES.matcher(script.text());
        while (sources.find()) {
            for (String name : sources.group(1).strip().split("\\s+")) {
                String path = URI.create(script.path()).resolve(name).toString();
                Page page = plan.sources().get(path);
                if (page != null) {
                    uses.appendText(" ");
                    uses.appendElement("a").attr("href", page.file()).text(page.title());
                }
            }
        }
        if (uses.childrenSize() > 0) {
            line.appendText(" ");
            line.appendChild(uses);
        }
    }

    /**
     * Say under each example where its source is, how old its output is, and what it was held to.
     */
    void complete(Element main) {
        Map<String, CellCard> cards = tree.book().cells();
        for (Element cell : main.select("div.listingblock.cell[id]")) {
            CellCard card = cards.get(cell.id());
            if (card != null) {
                Element path = cell.selectFirst("> .run-line > .run-source");
                Page page = plan.sources().get(card.scriptPath());
                if (path != null && page != null) {
                    path.empty();
                    Element full = path.appendElement("a").addClass("full-source");
                    full.attr("href", page.file()).text("Full source");
                    path.attr("title", card.scriptPath());
                    history(path, card.scriptPath());
                }
                status(cell, card);
            }
        }
    }

    private void history(Element line, String path) {
        if (!tree.site().repository().isEmpty()) {
            line.appendText(" ");
            line.appendElement("a").attr("href", tree.site().history(path)).text("History");
        }
    }

    private void status(Element cell, CellCard card) {
        Element status = new Element("p").addClass("run-status");
        String date = tree.book().sources().changed().getOrDefault(card.record(), "");
        if (!date.isEmpty()) {
            status.appendElement("span").text("Output recorded ");
            status.child(0).appendElement("time").attr("datetime", date).text(date);
        }
        if (card.published() > 0) {
            boolean all = card.met() == card.published();
            status.appendText(" ");
            Element verdict = status.appendElement("span").addClass("verdict");
            verdict.addClass(all ? "met" : "unmet");
            String numbers = card.published() == 1 ? " published number" : " published numbers";
            verdict.text(
                    (all ? "✓ " : "✗ ")
                            + (all && card.published() == 1
                                    ? "meets its"
                                    : "meets " + card.met() + " of " + card.published())
                            + numbers);
        }
        if (status.childrenSize() > 0) {
            last(cell).after(status);
        }
    }

    /** The last of the blocks that follow an example and came out of it. */
    private static Element last(Element cell) {
        Element last = cell;
        Element next = cell.nextElementSibling();
        while (next != null && (next.hasClass("colist") || of(next, cell.id()))) {
            last = next;
            next = next.nextElementSibling();
        }
        return last;
    }

    private static boolean of(Element block, String cell) {
        return block.hasClass("of-" + cell)
                || block.selectFirst("> .of-" + cell) != null && !block.hasClass("paragraph");
    }
}
