package lectern.render;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the large parts of a book without looking through their text. */
final class BodyPart {
    private BodyPart() {}

    /** The part with an id, {@code content} or {@code footnotes}; null when there is none. */
    static Element of(Document book, String id) {
        for (Element part : book.body().children()) {
            if (part.id().equals(id)) {
                return part;
            }
        }
        return book.getElementById(id);
    }

    /** The heading of a chapter; null for what is none. */
    static Element heading(Element chapter) {
        if (chapter.hasClass("sect1")) {
            for (Element child : chapter.children()) {
                if (child.normalName().equals("h2")) {
                    return child;
                }
            }
        }
        return null;
    }

    /** A chapter by the id of its heading; null when there is none. */
    static Element chapter(Element content, String id) {
        for (Element chapter : content.children()) {
            Element heading = heading(chapter);
            if (heading != null && heading.id().equals(id)) {
                return chapter;
            }
        }
        return null;
    }
}
