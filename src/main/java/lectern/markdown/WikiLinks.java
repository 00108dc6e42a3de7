package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns {@code [[Page|text]]} and {@code ![[picture.png]]} into links and pictures. */
final class WikiLinks {
    private static final Pattern LINK =
            Pattern.compile(
                    "(!?)(?<!\\[)\\[\\[([^\\]\\[|#\\n]*)(#[^\\]\\[|\\n]*)?(?:\\|([^\\]\\[\\n]*))?\\]\\](?![\\]:(\\[])");

    private WikiLinks() {}

    static List<Inline> resolve(List<Inline> inlines, Source source) {
        List<Inline> out = new ArrayList<>();
        for (Inline inline : inlines) {
            if (inline instanceof Inline.Text text && text.value().contains("[[")) {
                split(text.value(), out, source);
            } else {
                out.add(inline);
            }
        }
        return out;
    }

    private static void split(String text, List<Inline> out, Source source) {
        Matcher link = LINK.matcher(text);
        int from = 0;
        while (link.find()) {
            Inline target = target(link, source);
            if (target == null) {
                continue;
            }
            if (link.start() > from) {
                out.add(new Inline.Text(text.substring(from, link.start())));
            }
            out.add(target);
            from = link.end();
        }
        if (from < text.length()) {
            out.add(new Inline.Text(text.substring(from)));
        }
    }

    private static Inline target(Matcher link, Source source) {
        String page = link.group(2).strip();
        boolean whole = link.group(3) == null || link.group(3).startsWith("#^");
        String fragment = whole ? "" : Slugs.of(link.group(3).substring(1));
        String shown = link.group(4) == null ? "" : link.group(4).strip();
        if (!link.group(1).isEmpty()) {
            return page.matches(".*\\.(?i:png|jpe?g|gif|svg|webp)")
                    ? new Inline.Image(
                            source.links().picture(page),
                            shown.matches("\\d+(?:x\\d+)?") ? "" : shown,
                            new Inline.Options("", shown.matches("\\d+") ? shown : "", "", ""))
                    : null;
        }
        if (page.isEmpty() && link.group(3) == null) {
            return null;
        }
        if (page.isEmpty()) {
            String id = fragment.isEmpty() ? null : source.id(fragment);
            String words = shown.isEmpty() ? link.group(3).substring(1) : shown;
            return id == null ? null : new Inline.Xref("#" + id, List.of(new Inline.Text(words)));
        }
        String words = shown.isEmpty() ? page : shown;
        String file =
                Targets.encode(source.links().note(page))
                        + (fragment.isEmpty() ? "" : "#" + fragment);
        return Character.isLetterOrDigit(page.charAt(0)) && Targets.clean(file)
                ? new Inline.Xref(file, List.of(new Inline.Text(words)))
                : null;
    }
}
