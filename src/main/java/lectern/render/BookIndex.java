package lectern.render;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Fills the index of a book from the terms in its text. On a page an entry names the section, in
 * print the page; a section that names a term twice stands once.
 */
final class BookIndex {
    private static final List<String> LEVELS = List.of("data-1", "data-2", "data-3");
    private static final String HAN = "汉";

    /** One term: where it is and what is below it. */
    private static final class Entry {
        private final String html;
        private final Map<String, Element> places = new LinkedHashMap<>();
        private final List<String> see = new ArrayList<>();
        private final List<String> seeAlso = new ArrayList<>();
        private final Map<String, Entry> below = sorted();

        Entry(String html) {
            this.html = html;
        }
    }

    private final Map<String, Entry> entries = sorted();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Set<String> printed = new HashSet<>();
    private final IndexTerms known = new IndexTerms();

    private BookIndex() {}

    /** Fill the index; the result tells of the terms in the text. */
    static IndexTerms build(Document document) {
        BookIndex index = new BookIndex();
        for (Element term : document.select("#content span.indexterm[data-1]")) {
            if (term.closest("a") == null) {
                index.take(term);
            }
            LEVELS.forEach(term::removeAttr);
            term.removeAttr("data-see").removeAttr("data-see-also");
        }
        Element body = document.selectFirst("#content div.section-index > .sectionbody");
        if (body != null && !index.entries.isEmpty()) {
            index.name(index.entries);
            index.print(body.appendElement("div").addClass("index"));
        }
        return index.known;
    }

    private static Map<String, Entry> sorted() {
        Collator order = Collator.getInstance(Locale.CHINESE);
        return new TreeMap<>(
                Comparator.comparing(BookIndex::letter)
                        .thenComparing((a, b) -> order.compare(a, b))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private void take(Element term) {
        Map<String, Entry> level = entries;
        Entry entry = null;
        for (String name : LEVELS) {
            String html = term.attr(name).strip();
            if (html.isEmpty()) {
                break;
            }
            entry = level.computeIfAbsent(plain(html), unused -> new Entry(html));
            level = entry.below;
        }
        if (entry == null) {
            return;
        }
        Element heading = heading(term);
        known.add(term, heading == null ? "" : heading.id() + " " + Headings.plain(heading));
        if (!term.attr("data-see").isBlank()) {
            entry.see.add(plain(term.attr("data-see")));
            return;
        }
        term.attr("data-see-also").lines().map(BookIndex::plain).forEach(entry.seeAlso::add);
        if (heading != null && entry.places.putIfAbsent(heading.id(), heading) == null) {
            String id = known.next();
            term.attr("id", id);
            Element link = new Element("a").addClass("index-ref").attr("href", "#" + id);
            Element number = heading.selectFirst("> .secnum");
            link.text(number == null ? Headings.title(heading) : number.text());
            entry.places.put(heading.id(), link.attr("title", Headings.title(heading)));
        }
    }

    /** The heading of the innermost section around a term, or the part's before it. */
    private static Element heading(Element term) {
        for (Element at = term; at != null; at = at.parent()) {
            if (at.normalName().matches("h[1-6]")) {
                return at;
            }
            Element heading = at.selectFirst("> h2[id], > h3[id], > h4[id], > h5[id], > h6[id]");
            if (heading != null && at.className().startsWith("sect")) {
                return heading;
            }
            if (at.parent() != null && at.parent().id().equals("content")) {
                for (Element e = at; e != null; e = e.previousElementSibling()) {
                    if (e.hasClass("sect0")) {
                        return e;
                    }
                }
            }
        }
        return null;
    }

    private void name(Map<String, Entry> level) {
        level.forEach(
                (term, entry) -> {
                    ids.putIfAbsent(term, "_indexentry_" + (ids.size() + 1));
                    name(entry.below);
                });
    }

    private void print(Element index) {
        String letter = "";
        Element list = null;
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (list == null || !letter(entry.getKey()).equals(letter)) {
                letter = letter(entry.getKey());
                index.appendElement("p").addClass("index-letter").text(letter);
                list = index.appendElement("ul").addClass("index-list");
            }
            print(list, entry.getKey(), entry.getValue());
        }
    }

    private void print(Element list, String term, Entry entry) {
        Element item = list.appendElement("li");
        if (printed.add(term)) {
            item.attr("id", ids.get(term));
        }
        item.appendElement("span").addClass("index-term").html(entry.html);
        for (Element place : entry.places.values()) {
            item.appendText(", ");
            item.appendChild(place);
        }
        see(item, "see", entry.see);
        see(item, "see also", entry.seeAlso);
        if (!entry.below.isEmpty()) {
            Element below = item.appendElement("ul");
            entry.below.forEach((name, sub) -> print(below, name, sub));
        }
    }

    private void see(Element item, String word, List<String> terms) {
        String before = ", ";
        for (String term : terms.stream().distinct().sorted().toList()) {
            item.appendText(before);
            if (!before.equals("; ")) {
                item.appendElement("em").text(word);
                item.appendText(" ");
            }
            String id = ids.get(term);
            Element name = item.appendElement(id == null ? "span" : "a").text(term);
            if (id != null) {
                name.addClass("index-see").attr("href", "#" + id);
            }
            before = "; ";
        }
    }

    private static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text().strip();
    }

    private static String letter(String term) {
        int first = term.isEmpty() ? '#' : Character.toUpperCase(term.codePointAt(0));
        if (Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN) {
            return HAN;
        }
        return Character.isLetter(first) ? Character.toString(first) : "#";
    }
}
