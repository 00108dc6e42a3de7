package lectern.render;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Brings footnotes to the page of their reference. */
final class Footnotes {
    /** Start of every note's id; its number follows. */
    static final String DEFINITION = "_footnotedef_";

    private final Map<String, Element> notes = new LinkedHashMap<>();

    /** Ids of the notes that are called below an element, in order. */
    static Set<String> called(Element root) {
        Set<String> ids = new LinkedHashSet<>();
        for (Element call : root.select("a.footnote[href^=#_footnotedef_]")) {
            ids.add(call.attr("href").substring(1));
        }
        return ids;
    }

    /** Remove from a book the notes that are called below an element. */
    static void remove(Document book, Element root) {
        for (String id : called(root)) {
            note(book, id).ifPresent(Element::remove);
        }
    }

    /** Add to a book the notes that are called below an element, if another has them. */
    static void add(Document book, Element root, Document newer) {
        for (String id : called(root)) {
            Element notes =
                    notes(book)
                            .orElseGet(
                                    () -> book.body().appendElement("div").attr("id", "footnotes"));
            note(newer, id).ifPresent(notes::appendChild);
        }
    }

    /** The notes of the book; a cell of a table that is a document repeats its own. */
    private static Optional<Element> notes(Document book) {
        return book.body().children().stream()
                .filter(part -> part.id().equals("footnotes"))
                .findFirst();
    }

    private static Optional<Element> note(Document book, String id) {
        return notes(book).stream()
                .flatMap(notes -> notes.children().stream())
                .filter(note -> note.id().equals(id))
                .findFirst();
    }

    static Footnotes of(Document document) {
        Footnotes footnotes = new Footnotes();
        // those in cells of tables, too
        for (Element note : document.select("#footnotes > .footnote[id]")) {
            footnotes.notes.put(note.id(), note);
        }
        return footnotes;
    }

    /** The text of a note without its back link; empty when there is no such note. */
    Element body(String id) {
        Element note = notes.get(id);
        Element body = new Element("span");
        if (note != null) {
            body.append(note.html());
            Element back = body.selectFirst("> a[href^=#_footnoteref_]");
            if (back != null) {
                back.remove();
            }
            body.html(body.html().replaceFirst("^\\s*\\.\\s*", ""));
        }
        return body;
    }

    /** Append the notes that are referred to below {@code root}, in order. */
    void append(Element root) {
        append(root, Set.of());
    }

    /**
     * Append notes.
     *
     * @param elsewhere ids of notes that stand before what is appended here
     */
    void append(Element root, Set<String> elsewhere) {
        Set<String> used = new LinkedHashSet<>();
        for (Element call : root.select("sup > a.footnote[href^=#_footnotedef_]")) {
            String id = call.attr("href").substring(1);
            if (notes.containsKey(id)) {
                boolean first = !elsewhere.contains(id) && used.add(id);
                String back = "_footnoteref_" + id.substring(DEFINITION.length());
                if (first && root.getElementById(back) == null) {
                    call.attr("id", back); // the first reference is on another page
                }
                call.attr("role", "doc-noteref").removeAttr("title");
            }
        }
        if (used.isEmpty()) {
            return;
        }
        Element section = root.appendElement("section").addClass("footnotes");
        section.attr("role", "doc-endnotes").attr("aria-label", "Footnotes");
        Element list = section.appendElement("ol");
        for (String id : used) {
            String number = id.substring(DEFINITION.length());
            Element item = list.appendElement("li").attr("id", id).attr("value", number);
            item.append(body(id).html());
            item.appendText(" ");
            Element back = item.appendElement("a").addClass("footnote-back").text("↩");
            back.attr("href", "#_footnoteref_" + number);
            back.attr("aria-label", "Back to reference " + number);
        }
    }
}
