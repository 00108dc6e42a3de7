package lectern.math;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives {@code cases} the gap before its second column that LaTeX has and JLaTeXMath lacks. */
final class Cases {

    private static final Pattern ENVIRONMENT =
            Pattern.compile("\\\\begin\\{cases\\}.*?\\\\end\\{cases\\}", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("(?<!\\\\)&");

    private Cases() {}

    static String spaced(String latex) {
        return ENVIRONMENT
                .matcher(latex)
                .replaceAll(
                        cases ->
                                Matcher.quoteReplacement(
                                        COLUMN.matcher(cases.group()).replaceAll("&\\\\quad ")));
    }
}
