package lectern.markdown;

import java.util.regex.Pattern;

/** Tells of code in a line whether AsciiDoc would show it as it is between backquotes. */
final class PlainCode {
    private static final Pattern MEANS_SOMETHING =
            Pattern.compile(
                    // marks that could pair with others, here or in the rest of the text
                    "(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|[\\^~`\\\\]"
                            + "|(?<! )[*#+]|[*#+](?! )"
                            // replacements
                            + "|[\\p{L}\\p{N}_]--(?=[\\p{L}\\p{N}_])|(?:^| )--(?: |$)|\\.\\.\\.|->|=>|<-|<="
                            + "|\\((?:C|R|TM)\\)|[\\p{L}\\p{N}\\p{M}]'(?=[\\p{L}\\p{M}])|&[\\w#]+;"
                            // quotation marks beside backquotes
                            + "|^['\"]|['\"]$"
                            // references, addresses, macros, passthroughs
                            + "|\\{[\\p{L}\\p{N}_]|<<|\\[\\[|\\(\\(|://|\\w@\\w|:[^\\s\\[]*\\[|\\$\\$|pass:"
                            + "|(?:::|;;)(?:\\s|$)|[\\u00A0\\n]|^ | $|  ");

    private PlainCode() {}

    /**
     * Whether code needs no passthrough.
     *
     * @param inText whether it stands in running text rather than in that of a link
     */
    static boolean is(String code, boolean inText) {
        return !code.isEmpty()
                && !MEANS_SOMETHING.matcher(code).find()
                && (inText || code.chars().noneMatch(c -> "[]=\",".indexOf(c) >= 0));
    }
}
