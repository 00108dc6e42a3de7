package lectern.runs;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads JSON as one entry for each leaf, {@code plot.data.x[1]} to {@code 2}, so that two documents
 * that mean the same are the same map whatever their blanks and the order of their keys.
 */
final class JsonLines {
    private static final int DEEPEST = 200;

    private final String json;
    private final Map<String, Object> leaves = new TreeMap<>();
    private int at;

    private JsonLines(String json) {
        this.json = json;
    }

    /**
     * The leaves of a document by their paths: numbers as {@link BigDecimal}, all else as written.
     *
     * @throws IllegalArgumentException when it is not JSON, saying where
     */
    static Map<String, Object> of(String json) {
        JsonLines reader = new JsonLines(json);
        reader.value("", 0);
        reader.blanks();
        reader.require(reader.at == json.length(), "an end");
        return reader.leaves;
    }

    private void value(String path, int depth) {
        require(depth < DEEPEST, "less depth");
        blanks();
        switch (peek()) {
            case '{' -> object(path, depth);
            case '[' -> array(path, depth);
            case '"' -> leaf(path, '"' + string() + '"');
            default -> leaf(path, scalar());
        }
    }

    private void object(String path, int depth) {
        at++;
        blanks();
        if (peek() == '}') {
            at++;
            leaf(path, "{}");
            return;
        }
        do {
            blanks();
            require(peek() == '"', "a key");
            String key = string();
            blanks();
            expect(':');
            value(path.isEmpty() ? key : path + "." + key, depth + 1);
            blanks();
        } while (another('}'));
    }

    private void array(String path, int depth) {
        at++;
        blanks();
        if (peek() == ']') {
            at++;
            leaf(path, "[]");
            return;
        }
        int index = 0;
        do {
            value(path + "[" + index++ + "]", depth + 1);
            blanks();
        } while (another(']'));
    }

    private boolean another(char end) {
        if (peek() == end) {
            at++;
            return false;
        }
        expect(',');
        return true;
    }

    private void leaf(String path, Object value) {
        require(leaves.put(path, value) == null, "no second '" + path + "'");
    }

    private String string() {
        expect('"');
        StringBuilder text = new StringBuilder();
        while (peek() != '"') {
            char c = json.charAt(at++);
            text.append(c == '\\' ? escaped() : c);
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        switch (c) {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u':
                require(at + 4 <= json.length(), "four digits");
                at += 4;
                return (char) Integer.parseInt(json.substring(at - 4, at), 16);
            default:
                require("\"\\/".indexOf(c) >= 0, "an escape");
                return c;
        }
    }

    private Object scalar() {
        int start = at;
        while (at < json.length() && ",]} \t\r\n".indexOf(json.charAt(at)) < 0) {
            at++;
        }
        String word = json.substring(start, at);
        if (word.matches("true|false|null")) {
            return word;
        }
        require(word.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,4})?"), "a value");
        return new BigDecimal(word);
    }

    private void blanks() {
        while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char c) {
        require(peek() == c, "'" + c + "'");
        at++;
    }

    private char peek() {
        require(at < json.length(), "more");
        return json.charAt(at);
    }

    private void require(boolean holds, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException("expected " + wanted + " at character " + at);
        }
    }
}
