package lectern.highlight;

import java.util.List;
import java.util.Set;
import lectern.highlight.JavaToken.Kind;

/** Decides what each token of Java is from the tokens beside it; asked from first to last. */
final class JavaWords {

    private static final Set<String> KEYWORDS =
            Set.of(
                    "abstract",
                    "assert",
                    "break",
                    "case",
                    "catch",
                    "class",
                    "const",
                    "continue",
                    "default",
                    "do",
                    "else",
                    "enum",
                    "extends",
                    "final",
                    "finally",
                    "for",
                    "goto",
                    "if",
                    "implements",
                    "import",
                    "instanceof",
                    "interface",
                    "native",
                    "new",
                    "package",
                    "private",
                    "protected",
                    "public",
                    "return",
                    "static",
                    "strictfp",
                    "super",
                    "switch",
                    "synchronized",
                    "this",
                    "throw",
                    "throws",
                    "transient",
                    "try",
                    "volatile",
                    "while",
                    "true",
                    "false",
                    "null");
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short", "void");
    private static final Set<String> BEFORE_TYPE =
            Set.of(
                    "new",
                    "class",
                    "record",
                    "interface",
                    "enum",
                    "extends",
                    "implements",
                    "permits");

    private final String code;
    private final List<JavaToken> tokens;
    private final JavaContext context;
    private Style previous;
    private int annotated = -1;

    /**
     * Look at tokens.
     *
     * @param code the source
     * @param tokens its tokens without comments
     */
    JavaWords(String code, List<JavaToken> tokens) {
        this.code = code;
        this.tokens = tokens;
        this.context = new JavaContext(this);
    }

    /** Style of a token, or null for none. */
    Style style(int at) {
        previous =
                switch (tokens.get(at).kind()) {
                    case NUMBER -> Style.NUMBER;
                    case STRING -> Style.STRING;
                    case CHARACTER -> Style.CHARACTER;
                    case WORD -> word(at);
                    default -> sign(at);
                };
        return previous;
    }

    /** The token's text; empty beyond the ends, and a quote for literals, which nobody compares. */
    String text(int at) {
        if (at < 0 || at >= tokens.size()) {
            return "";
        }
        Kind kind = tokens.get(at).kind();
        return kind == Kind.WORD || kind == Kind.SIGN ? tokens.get(at).text(code) : "\"";
    }

    /** Whether there is a name or a keyword. */
    boolean isWord(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).kind() == Kind.WORD;
    }

    /** Whether nothing stands between a token and the one before it. */
    boolean touchesPrevious(int at) {
        return at > 0 && tokens.get(at - 1).end() == tokens.get(at).start();
    }

    private Style sign(int at) {
        context.pass(at);
        if (text(at).equals("@") && isWord(at + 1)) {
            return text(at + 1).equals("interface") ? Style.KEYWORD : Style.ANNOTATION;
        }
        return context.isNonSealed(at - 1) ? Style.KEYWORD : null;
    }

    private Style word(int at) {
        String word = text(at);
        context.pass(at);
        if (isAnnotation(at)) {
            annotated = at;
            return Style.ANNOTATION;
        }
        boolean member = text(at - 1).equals(".");
        boolean keyword = KEYWORDS.contains(word) || PRIMITIVES.contains(word);
        if (keyword || !member && context.isKeyword(at)) {
            return Style.KEYWORD;
        }
        if (text(at + 1).equals("(") && declaresMethod(at)) {
            return Style.FUNCTION;
        }
        if (!Character.isUpperCase(word.codePointAt(0))) {
            return null;
        }
        boolean capitals = word.length() > 1 && word.chars().noneMatch(Character::isLowerCase);
        return capitals && !isUsedAsType(at) ? Style.CONSTANT : Style.TYPE;
    }

    private boolean isAnnotation(int at) {
        return text(at - 1).equals("@") && !text(at).equals("interface")
                || text(at - 1).equals(".") && at >= 2 && annotated == at - 2;
    }

    /** A type stands right before a declared name: a name, a primitive, or a closing bracket. */
    private boolean declaresMethod(int at) {
        String before = text(at - 1);
        if (before.equals(">")) {
            return touchesPrevious(at - 1) && !text(at - 2).equals("-");
        }
        boolean name = isWord(at - 1) && (previous == null || previous == Style.TYPE);
        return name || before.equals("]") || PRIMITIVES.contains(before);
    }

    private boolean isUsedAsType(int at) {
        String after = text(at + 1);
        return BEFORE_TYPE.contains(text(at - 1))
                || isWord(at + 1) && !KEYWORDS.contains(after)
                || after.equals("<") && touchesPrevious(at + 1)
                || after.equals(">") && touchesPrevious(at + 1)
                || after.equals(":") && text(at + 2).equals(":")
                || after.equals(".") && text(at).indexOf('_') < 0;
    }
}
