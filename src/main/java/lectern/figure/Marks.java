package lectern.figure;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Tells whether a plot shows any data, as an empty one comes out as axes without a complaint. */
final class Marks {

    private Marks() {}

    /** Whether a layer, which is a group cut to the panel, holds a shape or a word. */
    static boolean any(Element svg) {
        NodeList groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.hasAttribute("clip-path") && holdsShape(group)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsShape(Element group) {
        NodeList inside = group.getElementsByTagName("*");
        for (int i = 0; i < inside.getLength(); i++) {
            Element element = (Element) inside.item(i);
            boolean cuts = element.getParentNode().getNodeName().equals("clipPath");
            boolean shape =
                    switch (element.getTagName()) {
                        case "path", "rect", "circle", "line", "text", "polygon", "image" -> true;
                        default -> false;
                    };
            if (shape && !cuts) {
                return true;
            }
        }
        return false;
    }
}
