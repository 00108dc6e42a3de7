package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends links whose target is a file with blanks in its name: CommonMark reads them as text, their
 * authors meant links.
 */
final class BlankTargets {
    private static final Pattern LINK =
            Pattern.compile(
                    "(!?)\\[([^\\]\\[\\n]+)\\]\\(([^()<>\"'\\s]+(?: [^()<>\"'\\s]+)+\\.[A-Za-z0-9]{1,8}"
                            + "(?:#[^()\\s]*)?)\\)");

    private BlankTargets() {}

    /** Whether a text has such a link. */
    static boolean in(String text) {
        return LINK.matcher(text).find();
    }

    static List<Inline> resolve(List<Inline> inlines) {
        List<Inline> out = new ArrayList<>();
        for (Inline inline : inlines) {
            if (inline instanceof Inline.Text text && text.value().contains("](")) {
                split(text.value(), out);
            } else {
                out.add(inline);
            }
        }
        return out;
    }

    private static void split(String text, List<Inline> out) {
        Matcher link = LINK.matcher(text);
        int from = 0;
        while (link.find()) {
            if (link.start() > from) {
                out.add(new Inline.Text(text.substring(from, link.start())));
            }
            boolean image = !link.group(1).isEmpty();
            String target = link.group(3);
            out.add(
                    image
                            ? new Inline.Image(target, link.group(2), Inline.Options.NONE)
                            : new Inline.Link(target, "", List.of(new Inline.Text(link.group(2)))));
            from = link.end();
        }
        if (from < text.length()) {
            out.add(new Inline.Text(text.substring(from)));
        }
    }
}
