package lectern.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of a catalog strictly: objects, lists and strings, nothing else. */
final class Json {
    private static final int DEEPEST = 50;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Read a whole text.
     *
     * @throws IllegalArgumentException naming the line of what cannot be read
     */
    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        if (json.peek() != 0) {
            throw json.bad();
        }
        return value;
    }

    private Object value(int depth) {
        char first = peek();
        if (depth > DEEPEST) {
            throw bad();
        }
        return switch (first) {
            case '"' -> string();
            case '{' -> object(depth);
            case '[' -> list(depth);
            default -> throw bad();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        take('{');
        while (peek() != '}') {
            if (!members.isEmpty()) {
                take(',');
            }
            String name = string();
            take(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw bad();
            }
        }
        take('}');
        return members;
    }

    private List<Object> list(int depth) {
        List<Object> items = new ArrayList<>();
        take('[');
        while (peek() != ']') {
            if (!items.isEmpty()) {
                take(',');
            }
            items.add(value(depth + 1));
        }
        take(']');
        return items;
    }

    private String string() {
        take('"');
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw bad();
            }
            string.append(c == '\\' ? escape() : c);
        }
        if (at == text.length()) {
            throw bad();
        }
        at++;
        return string.toString();
    }

    private char escape() {
        if (at == text.length()) {
            throw bad();
        }
        char c = text.charAt(at++);
        int known = "bfnrt\"\\/".indexOf(c);
        if (known >= 0) {
            return "\b\f\n\r\t\"\\/".charAt(known);
        }
        if (c != 'u' || !text.substring(at).matches("(?s)[0-9a-fA-F]{4}.*")) {
            throw bad();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    /** The next character that is no blank; 0 at the end. */
    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw bad();
        }
        at++;
    }

    private IllegalArgumentException bad() {
        long line = 1 + text.substring(0, Math.min(at, text.length())).lines().count();
        boolean started = at == 0 || text.charAt(Math.min(at, text.length()) - 1) == '\n';
        return new IllegalArgumentException("line " + (started ? line : line - 1) + " is no JSON");
    }

    /** Write what {@link #read} reads, two blanks deep a level, with a line end. */
    static String write(Object value) {
        return text(value, "") + "\n";
    }

    private static String text(Object value, String indent) {
        String deeper = indent + "  ";
        List<String> parts = new ArrayList<>();
        if (value instanceof Map<?, ?> members) {
            members.forEach(
                    (name, member) -> parts.add(quoted(name) + ": " + text(member, deeper)));
            return block("{", parts, "}", indent);
        }
        if (value instanceof List<?> items) {
            items.forEach(item -> parts.add(text(item, deeper)));
            return block("[", parts, "]", indent);
        }
        return quoted(value);
    }

    private static String block(String open, List<String> parts, String close, String indent) {
        String separator = ",\n" + indent + "  ";
        return parts.isEmpty()
                ? open + close
                : open
                        + separator.substring(1)
                        + String.join(separator, parts)
                        + "\n"
                        + indent
                        + close;
    }

    private static String quoted(Object value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
