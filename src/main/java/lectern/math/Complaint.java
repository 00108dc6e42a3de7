package lectern.math;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what JLaTeXMath says about a formula into words its author can act on. */
final class Complaint {

    private static final Pattern UNKNOWN_COMMAND =
            Pattern.compile("Unknown symbol or command or predefined TeXFormula: '(.*)'");
    private static final Pattern UNKNOWN_ENVIRONMENT =
            Pattern.compile("Unknown environment: (\\S+)");
    private static final Pattern UNCLOSED =
            Pattern.compile("The token (\\S+) must be closed by (\\S+)");

    private Complaint() {}

    /**
     * The message.
     *
     * @param said what JLaTeXMath said; null when it broke without a word
     */
    static String of(String said, String latex) {
        return reason(said == null ? "" : said.strip()) + " in formula '" + latex.strip() + "'";
    }

    private static String reason(String said) {
        Matcher command = UNKNOWN_COMMAND.matcher(said);
        Matcher environment = UNKNOWN_ENVIRONMENT.matcher(said);
        Matcher unclosed = UNCLOSED.matcher(said);
        if (said.isEmpty()) {
            return "an argument or a delimiter is missing";
        } else if (unclosed.find()) {
            return "'" + unclosed.group(1) + "' without '" + unclosed.group(2) + "'";
        } else if (environment.find()) {
            return "unknown environment '" + environment.group(1) + "'";
        } else if (!command.find()) {
            String plain = said.replaceAll("\\s+", " ").replaceFirst(" ?[.!]$", "");
            return plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
        }
        return switch (command.group(1)) {
            case "end" -> "'\\end' without '\\begin'";
            case "right" -> "'\\right' without '\\left'";
            default -> "unknown command '\\" + command.group(1) + "'";
        };
    }
}
