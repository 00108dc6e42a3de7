package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sets text that is shown to the letter. */
final class Listings {
    private static final Pattern DIRECTIVE =
            Pattern.compile("(?m)^(\\\\?(?:include|ifdef|ifndef|ifeval|endif)::.*\\[.*\\])$");
    private static final Pattern CALLOUT =
            Pattern.compile("<(?:\\d{1,4}|\\.|!--(?:\\d{1,4}|\\.)--)>");
    private static final char CALLOUT_MARK = '\uFDD0'; // no character, so in no text
    private static final int LONGEST_CALLOUT = 12;
    private static final Pattern REFERENCE =
            Pattern.compile("\\{(?=(?:[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*|(?:set|counter2?):.+?)\\})");
    private static final Pattern LOST_BLANK = Pattern.compile("(?m)[ \\t]$|\\A\\n|\\n\\z");

    /** A remark in HTML: AsciiDoc drops blank lines at both ends of code, but not these. */
    private static final String BLANK_LINE = "{lt}!-- --{gt}";

    private Listings() {}

    static void write(List<String> out, Block.Listing listing) {
        boolean formula = listing.style().equals("stem");
        boolean diagram =
                !formula && !listing.style().isEmpty() && !listing.style().startsWith("source");
        String text = listing.text();
        String subs = "";
        if (!formula && !diagram) {
            if (LOST_BLANK.matcher(text).find()) {
                subs = ",subs=\"+attributes\"";
                text = kept(REFERENCE.matcher(text).replaceAll("\\\\{"));
            }
            text =
                    text.lines().map(Listings::withoutCallouts).collect(Collectors.joining("\n"))
                            + (text.endsWith("\n") ? "\n" : "");
        }
        if (!listing.title().isEmpty()) {
            out.add("." + Lines.single(List.of(new Inline.Text(listing.title()))));
        }
        String style = subs.isEmpty() || !listing.style().isEmpty() ? listing.style() : "source";
        if (!listing.language().isEmpty()) {
            style += "," + listing.language();
        }
        style += listing.attributes() + subs;
        if (!style.isEmpty()) {
            out.add("[" + style + "]");
        }
        delimited(out, formula ? '+' : diagram ? '.' : '-', text);
    }

    /** Escape what AsciiDoc would take for callouts: numbers in angles at the end of a line. */
    private static String withoutCallouts(String line) {
        StringBuilder out = null;
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '>') {
            int start = line.lastIndexOf('<', end - 1);
            if (start < end - LONGEST_CALLOUT
                    || !CALLOUT.matcher(line).region(Math.max(0, start), end).matches()) {
                break;
            }
            out = out == null ? new StringBuilder(line) : out;
            out.setCharAt(start, CALLOUT_MARK);
            end = start > 0 && line.charAt(start - 1) == ' ' ? start - 1 : start;
        }
        return out == null ? line : out.toString().replace(String.valueOf(CALLOUT_MARK), "\\<");
    }

    /** Keep what AsciiDoc drops: blanks at ends of lines, blank lines at both ends. */
    private static String kept(String text) {
        List<String> lines = new ArrayList<>();
        String[] all = text.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            boolean end = all[i].isEmpty() && (i == 0 || i + 1 == all.length);
            boolean trailing = all[i].endsWith(" ") || all[i].endsWith("\t");
            lines.add(all[i] + (end ? BLANK_LINE : trailing ? "{empty}" : ""));
        }
        return String.join("\n", lines);
    }

    /** Set a text between delimiter lines that do not occur in it. */
    static void delimited(List<String> out, char mark, String text) {
        String safe = DIRECTIVE.matcher(text).replaceAll("\\\\$1");
        int length = 4;
        for (String line : safe.split("\n", -1)) {
            String bare = line.stripTrailing();
            if (bare.length() >= length && bare.chars().allMatch(c -> c == mark)) {
                length = bare.length() + 1;
            }
        }
        String delimiter = String.valueOf(mark).repeat(length);
        out.add(delimiter);
        if (!safe.isEmpty()) {
            out.addAll(List.of(safe.split("\n", -1)));
        }
        out.add(delimiter);
    }
}
