package lectern.markdown;

import com.vladsch.flexmark.html.HtmlRenderer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What was found out about one file.
 *
 * @param blocks lines of its tree: a block, or a run of text in one
 * @param exact those of them that the import has too, in order
 * @param differing the others, {@code -} before the expected, {@code +} before the actual
 * @param messages what Asciidoctor complained of
 * @param links links within the document that lead somewhere on a code host
 * @param dead those of them that lead nowhere in the import
 * @param losses what the import says it could not carry over
 * @param style how the AsciiDoc is written
 */
record RealNote(
        int blocks,
        int exact,
        List<String> differing,
        List<String> messages,
        int links,
        List<String> dead,
        List<Loss> losses,
        Style style) {
    private static final HtmlRenderer NAMED =
            HtmlRenderer.builder(
                            MarkdownParser.options()
                                    .toMutable()
                                    .set(HtmlRenderer.GENERATE_HEADER_ID, true)
                                    .set(HtmlRenderer.RENDER_HEADER_ID, true)
                                    .set(HtmlRenderer.HEADER_ID_GENERATOR_NO_DUPED_DASHES, false)
                                    .set(
                                            HtmlRenderer.HEADER_ID_GENERATOR_NON_ASCII_TO_LOWERCASE,
                                            false))
                    .build();

    /** Measure one. */
    static RealNote of(String markdown) {
        Comparison comparison = Comparison.of(markdown);
        List<String> expected = comparison.expected().lines().toList();
        List<String> actual = comparison.actual().lines().toList();
        LineDiff.Result diff = LineDiff.of(expected, actual);
        Element page = Jsoup.parseBodyFragment(comparison.html()).body();
        Set<String> ids = names(page);
        Element source = Jsoup.parseBodyFragment(NAMED.render(Comparison.tree(markdown))).body();
        Set<String> named = names(source);
        List<String> wanted =
                fragments(source).stream().filter(name -> named.contains(name)).toList();
        List<String> live = fragments(page).stream().filter(ids::contains).toList();
        List<String> dead =
                fragments(page).stream()
                        .filter(name -> !ids.contains(name) && named.contains(name))
                        .toList();
        return new RealNote(
                Math.max(expected.size(), actual.size()),
                diff.common(),
                diff.differing(),
                comparison.messages(),
                Math.max(wanted.size(), live.size() + dead.size()),
                dead,
                comparison.losses(),
                Style.of(comparison.note()));
    }

    boolean equal() {
        return differing.isEmpty() && messages.isEmpty();
    }

    private static Set<String> names(Element page) {
        Set<String> names = new HashSet<>(page.select("[id]").eachAttr("id"));
        names.addAll(page.select("a[name]").eachAttr("name"));
        return names;
    }

    private static List<String> fragments(Element page) {
        return page
                .select("a[href^=#]:not(.footnote-ref):not(.footnote-backref):not(.footnote)")
                .eachAttr("href")
                .stream()
                .map(href -> Slugs.decode(href.substring(1)))
                .filter(name -> !name.isEmpty() && !name.startsWith("_footnote"))
                .toList();
    }

    /**
     * How a note is written.
     *
     * @param lines of it, without those of code
     * @param escapes of single characters
     * @param passthroughs in lines and as blocks
     */
    record Style(int lines, int escapes, int passthroughs) {
        private static final Pattern ESCAPE =
                Pattern.compile(
                        "\\{(?:empty|asterisk|plus|caret|tilde|backtick|apos|quot|nbsp)\\}"
                                + "|&#\\d+;|\\\\[^\\w\\s|]|\\\\(?=\\|)|&amp;");
        private static final Pattern PASS = Pattern.compile("pass:\\w*\\[|\\+{2,}(?! )[^+]");
        private static final Pattern LISTING = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}");

        static Style of(String note) {
            int lines = 0;
            int escapes = 0;
            int passthroughs = 0;
            String listing = "";
            for (String line : note.split("\n")) {
                boolean delimiter = LISTING.matcher(line).matches();
                if (!listing.isEmpty()) {
                    listing = line.equals(listing) ? "" : listing;
                } else if (delimiter) {
                    listing = line;
                    passthroughs += line.startsWith("+") ? 1 : 0;
                } else {
                    lines++;
                    escapes += count(ESCAPE, line);
                    passthroughs += count(PASS, line);
                }
            }
            return new Style(lines, escapes, passthroughs);
        }

        private static int count(Pattern pattern, String line) {
            Matcher matcher = pattern.matcher(line);
            int count = 0;
            while (matcher.find()) {
                count++;
            }
            return count;
        }
    }
}
