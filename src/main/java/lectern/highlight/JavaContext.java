package lectern.highlight;

import java.util.Set;

/** Tells whether words that are keywords in some places only are keywords here (JLS 3.9). */
final class JavaContext {

    private static final Set<String> BEFORE_STATEMENT = Set.of("", ";", "{", "}", ":", ")", "else");
    private static final Set<String> NEVER_AFTER_YIELD = Set.of("=", ".", "[", ")", ",", ";", "");
    private static final Set<String> MODULE_DIRECTIVES =
            Set.of("requires", "exports", "opens", "uses", "provides");
    private static final Set<String> MODULE_CLAUSES = Set.of("transitive", "to", "with");

    private final JavaWords words;
    private boolean inCaseLabel;
    private boolean inModule;

    JavaContext(JavaWords words) {
        this.words = words;
    }

    /** Take note of a token; to be called for each, in order. */
    void pass(int at) {
        String text = words.text(at);
        if (text.equals("case")) {
            inCaseLabel = true;
        } else if (text.equals(":") || text.equals(">") && words.text(at - 1).equals("-")) {
            inCaseLabel = false;
        } else if (text.equals("module") && declaresModule(at)) {
            inModule = true;
        }
    }

    /** Whether a word is a keyword here that is none elsewhere. */
    boolean isKeyword(int at) {
        boolean nameFollows = words.isWord(at + 1);
        return switch (words.text(at)) {
            case "var" -> nameFollows;
            case "record" -> nameFollows && Set.of("(", "<").contains(words.text(at + 2));
            case "sealed" -> nameFollows || isNonSealed(at - 2);
            case "non" -> isNonSealed(at);
            case "permits" -> nameFollows && (words.isWord(at - 1) || isSign(at - 1, ">"));
            case "when" -> inCaseLabel && isGuard(at);
            case "yield" ->
                    BEFORE_STATEMENT.contains(words.text(at - 1))
                            && !NEVER_AFTER_YIELD.contains(words.text(at + 1));
            case "module" ->
                    declaresModule(at) || words.text(at - 1).equals("import") && nameFollows;
            case "open" -> words.text(at + 1).equals("module") && declaresModule(at + 1);
            default -> inModule && isModuleWord(at);
        };
    }

    /** Whether {@code non-sealed} starts here, written in one. */
    boolean isNonSealed(int at) {
        return words.text(at).equals("non")
                && isSign(at + 1, "-")
                && words.text(at + 2).equals("sealed")
                && words.touchesPrevious(at + 1)
                && words.touchesPrevious(at + 2);
    }

    private boolean isGuard(int at) {
        boolean afterPattern =
                isSign(at - 1, ")") || words.isWord(at - 1) && !words.text(at - 1).equals("case");
        return afterPattern && (words.isWord(at + 1) || isSign(at + 1, "(") || isSign(at + 1, "!"));
    }

    private boolean declaresModule(int at) {
        return words.isWord(at + 1) && (isSign(at + 2, ".") || isSign(at + 2, "{"));
    }

    private boolean isModuleWord(int at) {
        String word = words.text(at);
        boolean startsLine = isSign(at - 1, "{") || isSign(at - 1, ";");
        return startsLine && MODULE_DIRECTIVES.contains(word)
                || MODULE_CLAUSES.contains(word) && words.isWord(at - 1) && words.isWord(at + 1);
    }

    private boolean isSign(int at, String sign) {
        return words.text(at).equals(sign);
    }
}
