package lectern.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Prints MathML with what browsers know of it, MathML Core: no {@code mfenced}, no styles but
 * letters that have them, names and numbers in one piece.
 */
final class MathMlCore {
    private static final Set<String> ROWS = Set.of("math", "mrow", "mstyle", "mfenced", "mtd");
    private static final Set<String> PLAIN =
            Set.of(
                    "mfrac",
                    "msqrt",
                    "mroot",
                    "msub",
                    "msup",
                    "msubsup",
                    "munder",
                    "mover",
                    "munderover",
                    "mtable",
                    "mtr",
                    "mtd");

    private static final String EMPTY = "<mtd></mtd>";

    private MathMlCore() {}

    /**
     * Print a {@code math} element.
     *
     * @throws UnsupportedOperationException when it holds what MathML Core has not
     */
    static String of(Node math, boolean display) {
        String open = display ? "<math display=\"block\">" : "<math>";
        return open + children(math, "") + "</math>";
    }

    private static String children(Node parent, String variant) {
        return String.join("", parts(parent, variant));
    }

    private static List<String> parts(Node parent, String variant) {
        List<String> out = new ArrayList<>();
        List<Element> elements = elements(parent);
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            StringBuilder name = new StringBuilder(element.getTextContent());
            if (letter(element) && !variant.isEmpty() && ROWS.contains(parent.getLocalName())) {
                while (i + 1 < elements.size() && letter(elements.get(i + 1))) {
                    name.append(elements.get(++i).getTextContent());
                }
                out.add(letters(name.toString(), variant));
            } else if (element.getLocalName().equals("mn")) {
                while (i + 2 < elements.size()
                        && ROWS.contains(parent.getLocalName())
                        && thousands(elements, i)) {
                    name.append(',').append(elements.get(i + 2).getTextContent());
                    i += 2;
                }
                out.add(number(name.toString()));
            } else {
                out.add(element(element, variant));
            }
        }
        out.removeIf(String::isEmpty);
        while (parent.getLocalName().equals("mtr") && out.size() > 1 && last(out).equals(EMPTY)) {
            out.remove(out.size() - 1);
        }
        return out;
    }

    private static String last(List<String> parts) {
        return parts.get(parts.size() - 1);
    }

    private static List<Element> elements(Node parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static boolean letter(Element element) {
        String text = element.getTextContent();
        return element.getLocalName().equals("mi")
                && element.getAttribute("mathvariant").isEmpty()
                && text.codePointCount(0, text.length()) == 1
                && Character.isLetter(text.codePointAt(0));
    }

    /** Whether a number goes on after a comma in braces: {@code 10{,}000}. */
    private static boolean thousands(List<Element> elements, int at) {
        Element comma = elements.get(at + 1);
        Element more = elements.get(at + 2);
        return comma.getLocalName().equals("mrow")
                && comma.getTextContent().equals(",")
                && more.getLocalName().equals("mn")
                && more.getTextContent().matches("\\d{3}(\\.\\d+)?");
    }

    private static String element(Element element, String variant) {
        String name = element.getLocalName();
        String own = element.getAttribute("mathvariant");
        String style = own.isEmpty() ? variant : own;
        String text = element.getTextContent();
        if (PLAIN.contains(name)) {
            String core = braced(element, name);
            return "<" + core + accent(element) + ">" + children(element, style) + close(core);
        }
        return switch (name) {
            case "mrow", "mstyle" -> row(parts(element, style));
            case "mfenced" -> fenced(element, style);
            case "mi" -> identifier(text, style);
            case "mn" -> number(text);
            case "mtext" -> token(name, text);
            case "mo" -> token(name, MathAlphabet.sign(text));
            case "mspace" -> space(element);
            default -> throw new UnsupportedOperationException(name);
        };
    }

    /** The word under or over a brace belongs there too, not beside it. */
    private static String braced(Element element, String name) {
        String base =
                element.getFirstChild() == null ? "" : element.getFirstChild().getTextContent();
        if (name.equals("msub") && base.endsWith("\ufe38")) {
            return "munder";
        }
        return name.equals("msup") && base.endsWith("\ufe37") ? "mover" : name;
    }

    /** Between words a space; fine spacing says nothing. */
    private static String space(Element element) {
        if (element.getAttribute("width").matches("1ex|[12]em")) {
            return token("mtext", "\u00a0");
        }
        return ROWS.contains(element.getParentNode().getLocalName()) ? "" : row(List.of());
    }

    private static String accent(Element element) {
        StringBuilder attributes = new StringBuilder();
        for (String name : List.of("accent", "accentunder")) {
            if (element.getAttribute(name).equals("true")) {
                attributes.append(' ').append(name).append("=\"true\"");
            }
        }
        return attributes.toString();
    }

    private static String row(List<String> parts) {
        return parts.size() == 1 ? parts.get(0) : "<mrow>" + String.join("", parts) + "</mrow>";
    }

    private static String fenced(Element element, String variant) {
        StringBuilder out = new StringBuilder(fence(element.getAttribute("open")));
        List<Element> inner = elements(element);
        for (int i = 0; i < inner.size(); i++) {
            out.append(i == 0 ? "" : "<mo>,</mo>").append(element(inner.get(i), variant));
        }
        return "<mrow>" + out + fence(element.getAttribute("close")) + "</mrow>";
    }

    private static String fence(String mark) {
        return mark.isEmpty() ? "" : token("mo", mark);
    }

    private static String identifier(String text, String variant) {
        if (text.equals("'")) {
            return token("mo", "\u2032");
        }
        return text.isBlank() || text.equals("\u00a0")
                ? token("mtext", "\u00a0")
                : letters(text, variant);
    }

    /** A name; one upright letter must say that it is not slanted. */
    private static String letters(String text, String variant) {
        boolean single = text.codePointCount(0, text.length()) == 1;
        if (variant.equals("normal") && single) {
            return "<mi mathvariant=\"normal\">" + Xml.attribute(text) + "</mi>";
        }
        return token("mi", MathAlphabet.styled(text, variant));
    }

    private static String number(String digits) {
        return token("mn", digits.replace('-', '\u2212'));
    }

    private static String token(String name, String text) {
        return "<" + name + ">" + Xml.attribute(text) + close(name);
    }

    private static String close(String name) {
        return "</" + name + ">";
    }
}
