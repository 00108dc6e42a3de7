package lectern.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The parts of a printed book in order. Reads all of the tree once: which id is in which part,
 * which footnote stands where, and a digest of each part.
 */
final class PdfParts {
    private static final Set<String> ELSEWHERE = Set.of("header", "toc", "footnotes", "footer");

    private final List<PdfPart> parts = new ArrayList<>();
    private final Map<String, PdfPart> homes = new HashMap<>();
    private final Map<String, Element> notes;
    private final PdfText text;

    /**
     * Read the tree.
     *
     * @param front what stands before the text
     * @param settings everything else that each part depends on
     */
    PdfParts(BookTree tree, List<Element> front, String settings) {
        this.notes = notes(tree);
        this.text = new PdfText(tree.book().base());
        parts.add(new PdfPart(null, front));
        parts.addAll(text(tree.content()));
        int footnotes = 0;
        for (PdfPart part : parts) {
            part.footnotes(footnotes);
            digest(part, settings);
            footnotes += part.notes().size();
        }
    }

    private static Map<String, Element> notes(BookTree tree) {
        Map<String, Element> notes = new LinkedHashMap<>();
        for (Element note : tree.document().select("#footnotes > .footnote[id]")) {
            notes.put(note.id(), note);
        }
        return notes;
    }

    private static List<PdfPart> text(Element content) {
        Map<Element, Page> openings = new IdentityHashMap<>();
        Map<Element, Page> chapters = new IdentityHashMap<>();
        Set<Element> below = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Page page : BookOutline.of(content).pages()) {
            if (page.kind() == Page.Kind.CHAPTER) {
                chapters.put(page.body().get(0), page);
            } else if (page.kind() == Page.Kind.PART) {
                Element heading = content.getElementById(page.id());
                openings.put(heading, page);
                below.addAll(page.body());
            }
        }
        List<PdfPart> parts = new ArrayList<>();
        for (Element child : content.children()) {
            if (below.contains(child)
                    || ELSEWHERE.contains(child.id())
                    || child.normalName().equals("script")) {
                continue;
            }
            Page opening = openings.get(child);
            Page chapter = chapters.get(child);
            if (opening != null || chapter != null || parts.isEmpty()) {
                Page page = opening != null ? opening : chapter;
                List<Element> elements = new ArrayList<>(List.of(child));
                if (opening != null) {
                    elements.addAll(opening.body());
                }
                parts.add(new PdfPart(page == null ? landing() : page, elements));
            } else {
                parts.get(parts.size() - 1).elements().add(child);
            }
        }
        return parts;
    }

    private static Page landing() {
        return Page.extra(Page.Kind.LANDING, "", "");
    }

    private void digest(PdfPart part, String settings) {
        PdfDigest digest = new PdfDigest().add(settings).add(part.front() ? "front" : "text");
        digest.add(Integer.toString(part.footnotes()));
        List<String> called = new ArrayList<>();
        for (Element element : part.elements()) {
            read(part, element, called);
            String left = element.attr(Remains.PRINTED);
            digest.add(left.isEmpty() ? text.digest(element) : left);
        }
        for (String id : List.copyOf(called)) {
            if (notes.containsKey(id) && homes.putIfAbsent(id, part) == null) {
                part.notes().add(id);
                read(part, notes.get(id), called);
                digest.add("note").add(text.digest(notes.get(id)));
            }
        }
        // whether a link leads elsewhere depends on the other parts; what it leads to does not
        part.digest(digest.digest());
    }

    private void read(PdfPart part, Element root, List<String> called) {
        root.traverse(
                (node, depth) -> {
                    if (node instanceof Element element) {
                        take(part, element, called);
                    }
                });
    }

    private void take(PdfPart part, Element element, List<String> called) {
        if (element.hasAttr("id") && !element.id().isEmpty()) {
            if (!element.id().startsWith(Footnotes.DEFINITION)) {
                homes.putIfAbsent(element.id(), part);
            }
        }
        if (element.normalName().equals("a") && element.hasClass("footnote")) {
            String id = element.attr("href").replaceFirst("^#", "");
            if (id.startsWith(Footnotes.DEFINITION)) {
                called.add(id);
            }
        }
    }

    /** All parts in order. */
    List<PdfPart> all() {
        return parts;
    }

    /** Which part an id is in; null when it is in none. */
    PdfPart home(String id) {
        return homes.get(id);
    }
}
