package lectern.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lectern.text.Escapes;
import org.jsoup.nodes.Element;

/**
 * Collects what a reader sees of a reference's target without going there. The cards of a page's
 * targets are a script of their own, loaded when a reference to that page is first pointed at.
 */
final class PreviewCards {
    private final Supplier<Element> content;
    private Set<String> referred;
    private final Map<String, String> scripts = new LinkedHashMap<>();

    /**
     * Prepare to collect.
     *
     * @param content of the book, asked for when a page needs its references
     */
    PreviewCards(Supplier<Element> content) {
        this.content = content;
    }

    /** What the book's references lead to. */
    Set<String> referred() {
        if (referred == null) {
            referred = new TreeSet<>();
            for (Element link : content.get().select("a[href^=#]")) {
                referred.add(link.attr("href").substring(1));
            }
        }
        return referred;
    }

    /** The script of a page whose links are final; empty where it needs none. */
    String script(Page page, Element main) {
        Map<String, String> cards = new LinkedHashMap<>();
        for (Element target : main.select("[id]")) {
            if (referred().contains(target.id()) && target.closest("svg") == null) {
                String card = CardBody.of(target);
                if (!card.isEmpty()) {
                    cards.put(target.id(), card);
                }
                if (target.id().equals(page.id())) {
                    cards.put("", card);
                }
            }
        }
        return cards.isEmpty() ? "" : script(page, cards);
    }

    /** Take in the script of a page. */
    void add(Page page, String script) {
        if (!script.isEmpty()) {
            scripts.put(file(page), script);
        }
    }

    private static String file(Page page) {
        return "assets/cards/" + page.file().replaceFirst("\\.html$", ".js");
    }

    private static String script(Page page, Map<String, String> cards) {
        return cards.entrySet().stream()
                .map(card -> Escapes.json(card.getKey()) + ":" + Escapes.json(card.getValue()))
                .collect(
                        Collectors.joining(
                                ",\n",
                                "lecternCards(" + Escapes.json(page.file()) + ", {\n",
                                "\n});\n"));
    }

    /** The scripts by their place in the site. */
    Map<String, String> scripts() {
        return scripts;
    }
}
