package lectern.render;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.text.PackedReader;
import lectern.text.PackedWriter;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A tree as bytes: what is read back is nested as it was, which HTML would not promise. */
final class PackedTree {
    private static final int ELEMENT = 0;
    private static final int TEXT = 1;
    private static final int DATA = 2;

    private final Map<Element, Element> instead = new IdentityHashMap<>();
    private final Map<String, Integer> names = new LinkedHashMap<>();

    /** Let one element stand for another. */
    void put(Element element, Element replacement) {
        instead.put(element, replacement);
    }

    /** Pack a tree; comments and the like are left out. */
    void write(Element root, PackedWriter out) {
        names(root);
        out.texts(names.keySet());
        pack(root, out);
    }

    private void names(Element whole) {
        Element element = instead.getOrDefault(whole, whole);
        names.putIfAbsent(element.tagName(), names.size());
        for (Attribute attribute : element.attributes()) {
            names.putIfAbsent(attribute.getKey(), names.size());
        }
        element.children().forEach(this::names);
    }

    private void pack(Element whole, PackedWriter out) {
        Element element = instead.getOrDefault(whole, whole);
        out.number(ELEMENT);
        out.number(names.get(element.tagName()));
        List<Attribute> attributes = element.attributes().asList();
        out.number(attributes.size());
        for (Attribute attribute : attributes) {
            out.number(names.get(attribute.getKey()));
            out.text(attribute.getValue());
        }
        List<Node> children = new ArrayList<>(element.childNodes());
        children.removeIf(node -> !kept(node));
        out.number(children.size());
        for (Node child : children) {
            if (child instanceof Element below) {
                pack(below, out);
            } else if (child instanceof TextNode text) {
                out.number(TEXT);
                out.text(text.getWholeText());
            } else if (child instanceof DataNode data) {
                out.number(DATA);
                out.text(data.getWholeData());
            }
        }
    }

    private static boolean kept(Node node) {
        return node instanceof Element || node instanceof TextNode || node instanceof DataNode;
    }

    /** Unpack a tree. */
    static Element read(PackedReader in) {
        List<String> names = in.texts();
        return (Element) unpack(names, in);
    }

    private static Node unpack(List<String> names, PackedReader in) {
        int kind = in.number();
        if (kind != ELEMENT) {
            String text = in.text();
            return kind == TEXT ? new TextNode(text) : new DataNode(text);
        }
        Element element = new Element(names.get(in.number()));
        for (int left = in.number(); left > 0; left--) {
            element.attr(names.get(in.number()), in.text());
        }
        for (int left = in.number(); left > 0; left--) {
            element.appendChild(unpack(names, in));
        }
        return element;
    }
}
