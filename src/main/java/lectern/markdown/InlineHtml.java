package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.markdown.Inline.Style;

/** Turns tags in running text into what AsciiDoc has for them; other tags stay as they are. */
final class InlineHtml {
    private static final Map<String, Style> STYLES =
            Map.ofEntries(
                    Map.entry("b", Style.STRONG),
                    Map.entry("strong", Style.STRONG),
                    Map.entry("i", Style.EMPHASIS),
                    Map.entry("em", Style.EMPHASIS),
                    Map.entry("s", Style.DELETED),
                    Map.entry("del", Style.DELETED),
                    Map.entry("strike", Style.DELETED),
                    Map.entry("u", Style.UNDERLINED),
                    Map.entry("mark", Style.MARKED),
                    Map.entry("sup", Style.SUPERSCRIPT),
                    Map.entry("sub", Style.SUBSCRIPT),
                    Map.entry("kbd", Style.KEY));

    private InlineHtml() {}

    static List<Inline> resolve(List<Inline> inlines) {
        if (inlines.stream().noneMatch(Inline.Raw.class::isInstance)) {
            return inlines;
        }
        List<Inline> out = new ArrayList<>();
        for (int i = 0; i < inlines.size(); i++) {
            Inline inline = inlines.get(i);
            if (!(inline instanceof Inline.Raw raw)) {
                out.add(inline);
                continue;
            }
            Tag tag = Tag.of(raw.html());
            int end = tag == null || tag.closing() ? -1 : end(inlines, i, tag.name());
            Inline paired = end < 0 ? null : paired(tag, resolve(inlines.subList(i + 1, end)));
            Inline single = tag == null ? null : single(tag);
            if (paired != null) {
                out.add(paired);
                i = end;
            } else {
                out.add(single != null ? single : raw);
            }
        }
        return out;
    }

    private static int end(List<Inline> inlines, int start, String name) {
        if (!STYLES.containsKey(name) && !name.equals("a") && !name.equals("code")) {
            return -1;
        }
        int depth = 0;
        for (int i = start + 1; i < inlines.size(); i++) {
            Tag tag = inlines.get(i) instanceof Inline.Raw raw ? Tag.of(raw.html()) : null;
            if (tag != null && tag.name().equals(name)) {
                if (!tag.closing()) {
                    depth++;
                } else if (depth-- == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static Inline paired(Tag tag, List<Inline> content) {
        Style style = STYLES.get(tag.name());
        if (style != null) {
            return tag.attributes().isEmpty() && !content.isEmpty()
                    ? new Inline.Styled(style, content)
                    : null;
        }
        Map<String, String> attributes = tag.attributes();
        if (tag.name().equals("code")) {
            return attributes.isEmpty()
                            && content.size() == 1
                            && content.get(0) instanceof Inline.Text text
                    ? new Inline.Code(text.value())
                    : null;
        }
        if (attributes.containsKey("href") && !content.isEmpty()) {
            return new Inline.Link(
                    attributes.get("href"), attributes.getOrDefault("title", ""), content);
        }
        String id = attributes.getOrDefault("id", attributes.getOrDefault("name", ""));
        return content.isEmpty() && id.matches("[\\p{L}_:][\\p{L}\\p{N}_:.-]*")
                ? new Inline.Anchor(id)
                : null;
    }

    private static Inline single(Tag tag) {
        return switch (tag.name().toLowerCase(Locale.ROOT)) {
            case "br" -> new Inline.Break();
            case "img" -> image(tag.attributes());
            default -> null;
        };
    }

    static Inline image(Map<String, String> attributes) {
        String target = attributes.getOrDefault("src", "");
        return target.isBlank()
                ? null
                : new Inline.Image(
                        target,
                        attributes.getOrDefault("alt", ""),
                        new Inline.Options(
                                attributes.getOrDefault("title", ""),
                                attributes.getOrDefault("width", ""),
                                attributes.getOrDefault("height", ""),
                                ""));
    }
}
