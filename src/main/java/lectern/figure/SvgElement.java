package lectern.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of a drawing as Lets-Plot wrote it. */
final class SvgElement {
    private final String name;
    private final SvgElement parent;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> children = new ArrayList<>();

    /** An element with neither attributes nor children; {@code parent} is null for the root. */
    SvgElement(String name, SvgElement parent) {
        this.name = name;
        this.parent = parent;
    }

    String name() {
        return name;
    }

    /** Whether it stands right within an element of a name. */
    boolean within(String outer) {
        return parent != null && parent.name.equals(outer);
    }

    /** Attributes by name, to be added to. */
    Map<String, String> attributes() {
        return attributes;
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** Value of an attribute; empty when it has none. */
    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** Elements and texts in order, to be added to; a text is a {@link String}. */
    List<Object> children() {
        return children;
    }

    /** All elements below it. */
    List<SvgElement> below() {
        List<SvgElement> found = new ArrayList<>();
        for (Object child : children) {
            if (child instanceof SvgElement element) {
                found.add(element);
                found.addAll(element.below());
            }
        }
        return found;
    }
}
