package lectern.render;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * One page of the site.
 *
 * @param kind what the page shows
 * @param file name of the file, such as {@code roofline.html}
 * @param id id of the part or chapter heading; empty for the landing page
 * @param number section number with its dot, such as {@code 3} or {@code Appendix A}; may be empty
 * @param title plain title without the number
 * @param part index of the part it belongs to in {@link BookOutline#parts()}; -1 before the first
 *     part, the number of parts after the last
 * @param body elements of the tree that the page shows, in order; not to be changed
 */
record Page(
        Kind kind,
        String file,
        String id,
        String number,
        String title,
        int part,
        List<Element> body) {

    enum Kind {
        LANDING,
        PART,
        CHAPTER,
        /** Figures, examples and published numbers. */
        LISTS,
        /** The whole book. */
        BOOK,
        /** One script in full. */
        SOURCE;

        /** Whether the book has the page, not only the site. */
        boolean ofBook() {
            return this == LANDING || this == PART || this == CHAPTER;
        }
    }

    /** A page that the site adds to those of the book. */
    static Page extra(Kind kind, String file, String title) {
        return new Page(kind, file, "", "", title, -1, List.of());
    }

    static Page of(Kind kind, String file, Element heading, int part, List<Element> body) {
        Element number = heading.selectFirst("> .secnum");
        String printed = number == null ? "" : number.text();
        return new Page(kind, file, heading.id(), printed, Headings.title(heading), part, body);
    }

    /** The same page in a file of another kind. */
    Page ending(String ending) {
        String stem = file.substring(0, file.lastIndexOf('.'));
        return new Page(kind, stem + ending, id, number, title, part, body);
    }

    /** The same page with other elements. */
    Page with(List<Element> other) {
        return new Page(kind, file, id, number, title, part, other);
    }

    /** The title with its number. */
    String fullTitle() {
        if (number.isEmpty()) {
            return title;
        }
        return number + (number.matches("[\\d.]+") ? " " : ": ") + title;
    }
}
