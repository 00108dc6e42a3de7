package lectern.math;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in the words that SnuggleTeX knows what books say in those of the American Mathematical
 * Society.
 */
final class SnuggleDialect {

    /** What takes arguments and is a composition of known words. */
    private static final String MACROS =
            "\\newcommand{\\binom}[2]{\\left(\\begin{array}{c}#1\\\\#2\\end{array}\\right)}"
                    + "\\newcommand{\\pmod}[1]{(\\mathrm{mod}\\;#1)}"
                    + "\\newcommand{\\xrightarrow}[1]{\\stackrel{#1}{\\longrightarrow}}"
                    + "\\newcommand{\\xleftarrow}[1]{\\stackrel{#1}{\\longleftarrow}}";

    private static final Map<String, String> WORDS = words();

    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+\\*?|.)", Pattern.DOTALL);
    private static final Pattern FENCE =
            Pattern.compile("\\\\(?:left|right)\\s*(\\\\[lr](?:floor|ceil))(?![A-Za-z])");
    private static final Pattern TWO_BARE =
            Pattern.compile("\\\\(frac|binom)\\s*([0-9]|(?<=\\s)[A-Za-z])\\s*([0-9A-Za-z])");
    private static final Pattern ONE_BARE =
            Pattern.compile("\\\\(sqrt)\\s*([0-9]|(?<=\\s)[A-Za-z])");
    private static final Pattern STYLED =
            Pattern.compile("\\\\math(?:rm|bf|it|tt|sf|bb|cal|frak|normal)\\s*\\{");
    private static final Pattern STYLED_BARE =
            Pattern.compile(
                    "(\\\\math(?:rm|bf|it|tt|sf|bb|cal|frak|normal))\\s*([0-9]|(?<=\\s)[A-Za-z])");
    private static final Pattern ROWS =
            Pattern.compile(
                    "\\\\begin\\{(?:aligned|align\\*?|alignedat|split|gathered)\\}"
                            + "(?:\\[[a-z]\\])?(?:\\{\\d+\\})?");
    private static final Pattern ROWS_END =
            Pattern.compile("\\\\end\\{(?:aligned|align\\*?|alignedat|split|gathered)\\}");
    private static final Pattern COLUMNS =
            Pattern.compile("(?<=\\\\begin\\{array\\})\\{([^{}]*)\\}");
    private static final Pattern ROW_GAP = Pattern.compile("\\\\\\\\\\s*\\[-?[\\d.]+[a-z]{2}\\]");

    private SnuggleDialect() {}

    /** Definitions, to stand before the formula. */
    static String macros() {
        return MACROS;
    }

    /** A formula in known words, as far as they go. */
    static String of(String latex) {
        String rows = ROW_GAP.matcher(latex).replaceAll("\\\\\\\\");
        rows = ROWS.matcher(rows).replaceAll("\\\\begin{array}{rlrlrlrl}");
        rows = ROWS_END.matcher(rows).replaceAll("\\\\end{array}");
        rows = rows.replace("{smallmatrix}", "{matrix}");
        rows =
                COLUMNS.matcher(rows)
                        .replaceAll(spec -> "{" + spec.group(1).replaceAll("[^lcr]", "") + "}");
        String words = COMMAND.matcher(rows).replaceAll(SnuggleDialect::word);
        words = FENCE.matcher(words).replaceAll("$1");
        words = STYLED_BARE.matcher(words).replaceAll("$1{$2}");
        words = TWO_BARE.matcher(words).replaceAll("\\\\$1{$2}{$3}");
        return grouped(ONE_BARE.matcher(words).replaceAll("\\\\$1{$2}"));
    }

    /** In a group of its own, since SnuggleTeX forgets where the letters of a style end. */
    private static String grouped(String latex) {
        Matcher styled = STYLED.matcher(latex);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (styled.find(at)) {
            int open = styled.end() - 1;
            int close = Braces.close(latex, open);
            String inner = latex.substring(open + 1, close);
            out.append(latex, at, styled.start()).append('{').append(styled.group());
            out.append(grouped(inner)).append("}}");
            at = close + 1;
        }
        return out.append(latex, at, latex.length()).toString();
    }

    private static String word(MatchResult command) {
        return Matcher.quoteReplacement(WORDS.getOrDefault(command.group(1), command.group()));
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        put(words, "\\mbox", "text textrm textnormal hbox");
        put(words, "\\mathrm", "operatorname operatorname*");
        put(words, "\\mathbf", "boldsymbol bm");
        put(words, "\\frac", "tfrac dfrac cfrac");
        put(words, "", "big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr");
        put(words, "", "bigm Bigm biggm Biggm middle mathop boxed");
        put(words, "", "displaystyle textstyle scriptstyle limits nolimits");
        put(words, "\\vert ", "lvert rvert");
        put(words, "\\Vert ", "lVert rVert |");
        put(words, "\\rightarrow ", "to");
        put(words, "\\leftarrow ", "gets");
        put(words, "\\Rightarrow ", "implies");
        put(words, "\\Leftrightarrow ", "iff");
        put(words, "\\ldots ", "dots dotsc dotso");
        put(words, "\\cdots ", "dotsb dotsm");
        put(words, "\\;\\mathrm{mod}\\;", "bmod mod");
        put(words, "\\;", ">");
        put(words, "<", "lt");
        put(words, ">", "gt");
        put(words, ":", "colon");
        put(words, ":=", "coloneqq");
        put(words, "\u03c6", "varphi");
        put(words, "\u25a1", "square");
        put(words, "\u25a0", "blacksquare");
        put(words, "\u25b3", "triangle");
        put(words, "\u00b0", "degree");
        return words;
    }

    private static void put(Map<String, String> words, String known, String others) {
        for (String other : others.split(" ")) {
            words.put(other, known);
        }
    }
}
