package lectern.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a line of a Markdown source can hold that a book must answer for. */
public enum SourceElement {
    /** A heading, {@code # like this}. */
    HEADING("\\s{0,3}#{1,6}\\s.*"),
    /** A link that is not a picture, even one without target. */
    LINK(".*(?<!!)\\[[^\\]]*\\]\\([^)]*\\).*"),
    /** A list item. */
    ITEM("\\s*[*+-]\\s.*"),
    /** A quotation. */
    QUOTE("\\s{0,3}>.*"),
    /** A picture. */
    PICTURE(".*!\\[[^\\]]*\\]\\([^)]*\\).*"),
    /** Words that are none of the others. */
    TEXT("(?!)");

    private final Pattern line;

    SourceElement(String line) {
        this.line = Pattern.compile(line);
    }

    /** All that a line holds, in the order of this list; nothing for a blank one. */
    public static Set<SourceElement> of(String line) {
        Set<SourceElement> held = EnumSet.noneOf(SourceElement.class);
        for (SourceElement element : values()) {
            if (element.line.matcher(line).matches()) {
                held.add(element);
            }
        }
        // a quotation sign alone keeps a paragraph of the quotation apart and says nothing
        if (line.isBlank() || line.strip().equals(">")) {
            return Set.of();
        }
        return held.isEmpty() ? Set.of(TEXT) : held;
    }

    /** The element of a name such as {@code heading}. */
    public static Optional<SourceElement> named(String name) {
        for (SourceElement element : values()) {
            if (element.label().equals(name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** The name in a list of claims. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
