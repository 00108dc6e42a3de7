package lectern.render;

import java.util.Locale;

/** What every format of a book must hold the same number of. */
public enum Countable {
    CHAPTERS("div.sect1"),
    SECTIONS("div.sect2, div.sect3, div.sect4, div.sect5"),
    FIGURES("figure"),
    TABLES("table.tableblock"),
    EQUATIONS("span.formula"),
    CELLS("div.listingblock.cell"),
    OUTPUTS(".output"),
    FOOTNOTES("[id^=" + Footnotes.DEFINITION + "]"),
    CITATIONS("a.citation"),
    ANNOTATIONS(".annotation");

    private final String selector;

    Countable(String selector) {
        this.selector = selector;
    }

    String selector() {
        return selector;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
