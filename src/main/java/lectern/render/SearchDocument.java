package lectern.render;

import lectern.text.Escapes;

/**
 * One thing a search can find: a section, an entry of the bibliography, a term of the glossary.
 *
 * @param kind what it is
 * @param page file name of the page it is on
 * @param anchor id of the place on the page; empty for its top
 * @param title what a reader calls it
 * @param within title of the page
 * @param text its prose, a line for each block
 * @param code its listings and outputs
 */
record SearchDocument(
        Kind kind,
        String page,
        String anchor,
        String title,
        String within,
        String text,
        String code) {

    enum Kind {
        CHAPTER,
        SECTION,
        SOURCE,
        TERM
    }

    /** The document as a list in JSON, in the order of the components. */
    String json() {
        return "["
                + kind.ordinal()
                + ","
                + String.join(
                        ",",
                        Escapes.json(page),
                        Escapes.json(anchor),
                        Escapes.json(title),
                        Escapes.json(within),
                        Escapes.json(text),
                        Escapes.json(code))
                + "]";
    }
}
