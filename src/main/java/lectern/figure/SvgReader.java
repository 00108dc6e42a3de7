package lectern.figure;

/**
 * Reads the XML that Lets-Plot writes: elements, attributes in either quotes, text, the five named
 * entities and numbered ones, CDATA, comments. It is small so that the page can read a drawing as
 * the build does; what it does not know is refused.
 */
final class SvgReader {
    private final String text;
    private int at;

    private SvgReader(String text) {
        this.text = text;
    }

    /**
     * Read a drawing.
     *
     * @throws FigureException if it is not well-formed
     */
    static SvgElement read(String svg) {
        SvgReader reader = new SvgReader(svg.strip());
        while (reader.starts("<?") || reader.starts("<!--")) {
            reader.until(reader.starts("<?") ? "?>" : "-->");
            reader.blanks();
        }
        SvgElement root = reader.element(null);
        reader.blanks();
        if (reader.at < reader.text.length()) {
            throw reader.broken("something follows the drawing");
        }
        return root;
    }

    private SvgElement element(SvgElement parent) {
        expect('<');
        SvgElement element = new SvgElement(name(), parent);
        blanks();
        while (!starts(">") && !starts("/>")) {
            String key = name();
            blanks();
            expect('=');
            blanks();
            char quote = peek();
            if (quote != '"' && quote != '\'') {
                throw broken("an attribute without quotes");
            }
            at++;
            if (element.attributes().put(key, plain(until(String.valueOf(quote)))) != null) {
                throw broken("an attribute given twice");
            }
            blanks();
        }
        if (starts("/>")) {
            at += 2;
            return element;
        }
        expect('>');
        children(element);
        if (!name().equals(element.name())) {
            throw broken("an end of another element than '" + element.name() + "'");
        }
        blanks();
        expect('>');
        return element;
    }

    /** Read up to the name in the end tag. */
    private void children(SvgElement element) {
        StringBuilder words = new StringBuilder();
        while (!starts("</")) {
            if (starts("<!--")) {
                until("-->");
            } else if (starts("<![CDATA[")) {
                at += "<![CDATA[".length();
                words.append(until("]]>"));
            } else if (peek() == '<') {
                flush(words, element);
                element.children().add(element(element));
            } else {
                int end = text.indexOf('<', at);
                if (end < 0) {
                    throw broken("an element without an end");
                }
                words.append(plain(text.substring(at, end)));
                at = end;
            }
        }
        flush(words, element);
        at += 2;
    }

    private static void flush(StringBuilder words, SvgElement element) {
        if (words.length() > 0) {
            element.children().add(words.toString());
            words.setLength(0);
        }
    }

    private String plain(String escaped) {
        if (escaped.indexOf('&') < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder();
        int from = 0;
        for (int amp = escaped.indexOf('&'); amp >= 0; amp = escaped.indexOf('&', from)) {
            int end = escaped.indexOf(';', amp);
            if (end < 0) {
                throw broken("an ampersand by itself");
            }
            plain.append(escaped, from, amp).append(entity(escaped.substring(amp + 1, end)));
            from = end + 1;
        }
        return plain.append(escaped, from, escaped.length()).toString();
    }

    private String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> {
                if (!name.matches("#\\d{1,7}|#x[0-9a-fA-F]{1,6}")) {
                    throw broken("the entity '" + name + "'");
                }
                boolean hex = name.charAt(1) == 'x';
                int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
                yield new String(Character.toChars(code));
            }
        };
    }

    private String name() {
        int start = at;
        while (at < text.length() && " \t\r\n=/><\"'".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw broken("no name");
        }
        return text.substring(start, at);
    }

    private String until(String end) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw broken("no '" + end + "'");
        }
        String between = text.substring(at, found);
        at = found + end.length();
        return between;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean starts(String what) {
        return text.startsWith(what, at);
    }

    private char peek() {
        if (at >= text.length()) {
            throw broken("its end");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw broken("'" + peek() + "' for '" + c + "'");
        }
        at++;
    }

    private FigureException broken(String what) {
        return new FigureException("the plot came out as no XML: " + what + " at " + at);
    }
}
