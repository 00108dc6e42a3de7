package lectern.highlight;

import java.util.ArrayList;
import java.util.List;
import lectern.highlight.JavaToken.Kind;

/** Cuts Java into tokens in one pass; takes any text, unclosed literals end where javac says so. */
final class JavaLexer {

    private final String code;
    private final List<JavaToken> tokens = new ArrayList<>();

    private JavaLexer(String code) {
        this.code = code;
    }

    static List<JavaToken> tokens(String code) {
        var lexer = new JavaLexer(code);
        int at = Scan.blanks(code, 0);
        while (at < code.length()) {
            at = Scan.blanks(code, lexer.token(at));
        }
        return lexer.tokens;
    }

    private int token(int at) {
        char c = code.charAt(at);
        if (c == '/' && code.startsWith("//", at)) {
            return add(lineComment(at), at, Scan.line(code, at));
        }
        if (c == '/' && code.startsWith("/*", at)) {
            boolean documents = code.startsWith("/**", at) && !code.startsWith("/**/", at);
            Kind kind = documents ? Kind.DOCUMENTATION : Kind.COMMENT;
            return add(kind, at, Scan.through(code, at + 2, "*/"));
        }
        if (c == '"') {
            return add(Kind.STRING, at, opensTextBlock(at) ? textBlock(at) : Scan.quoted(code, at));
        }
        if (c == '\'') {
            return add(Kind.CHARACTER, at, Scan.quoted(code, at));
        }
        if (isDigit(at) || c == '.' && isDigit(at + 1)) {
            return add(Kind.NUMBER, at, number(at));
        }
        if (Character.isJavaIdentifierStart(code.codePointAt(at))) {
            return add(Kind.WORD, at, word(at));
        }
        return add(Kind.SIGN, at, at + 1);
    }

    private int add(Kind kind, int start, int end) {
        tokens.add(new JavaToken(kind, start, end));
        return end;
    }

    /** JEP 467: three slashes document; JBang's first line, with no blank after them, does not. */
    private Kind lineComment(int at) {
        boolean three = code.startsWith("///", at) && !code.startsWith("////", at);
        boolean blank = at + 3 == Scan.line(code, at) || code.startsWith(" ", at + 3);
        return three && blank ? Kind.DOCUMENTATION : Kind.COMMENT;
    }

    /** JLS 3.10.6: nothing but blanks may follow the opening delimiter on its line. */
    private boolean opensTextBlock(int at) {
        if (!code.startsWith("\"\"\"", at)) {
            return false;
        }
        int end = Scan.indent(code, at + 3);
        return end == code.length() || code.charAt(end) == '\n' || code.charAt(end) == '\r';
    }

    private int textBlock(int at) {
        for (int i = at + 3; i < code.length(); i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith("\"\"\"", i)) {
                return i + 3;
            }
        }
        return code.length();
    }

    /**
     * JLS 3.10.1 and 3.10.2, generously: digits, letters, underscores, a point, a signed exponent.
     */
    private int number(int at) {
        boolean hex = code.startsWith("0x", at) || code.startsWith("0X", at);
        String exponents = hex ? "pP" : "eE";
        int end = at;
        while (end < code.length()) {
            char c = code.charAt(end);
            boolean sign = c == '+' || c == '-';
            boolean point = c == '.' && (hex || isDigit(end + 1) || !isWordOrPoint(end + 1));
            if (!(Character.isLetterOrDigit(c)
                    || c == '_'
                    || point
                    || sign && exponents.indexOf(code.charAt(end - 1)) >= 0)) {
                break;
            }
            end++;
        }
        return end;
    }

    private int word(int at) {
        int end = at;
        while (end < code.length() && Character.isJavaIdentifierPart(code.codePointAt(end))) {
            end += Character.charCount(code.codePointAt(end));
        }
        return end;
    }

    private boolean isDigit(int at) {
        return at < code.length() && code.charAt(at) >= '0' && code.charAt(at) <= '9';
    }

    private boolean isWordOrPoint(int at) {
        return at < code.length()
                && (code.charAt(at) == '.' || Character.isJavaIdentifierStart(code.charAt(at)));
    }
}
