package lectern.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Set<String> OTHERS = Set.of("a", "code", "span");
    private static final Pattern ROLES = Pattern.compile("[A-Za-z][\\w-]*(?:\\s+[A-Za-z][\\w-]*)*");
    private static final Set<String> SWALLOWING =
            Set.of(
                    "title",
                    "textarea",
                    "style",
                    "xmp",
                    "iframe",
                    "noembed",
                    "noframes",
                    "script",
                    "plaintext");
    private static final int MOST_TAGS = 30;

    private final List<Inline> inlines;
    private final Tag[] tags;
    private final int[] ends;

    private InlineHtml(List<Inline> inlines, Tag[] tags, int[] ends) {
        this.inlines = inlines;
        this.tags = tags;
        this.ends = ends;
    }

    static List<Inline> resolve(List<Inline> inlines) {
        if (inlines.stream().noneMatch(Inline.Raw.class::isInstance)) {
            return inlines;
        }
        Tag[] tags = new Tag[inlines.size()];
        int[] ends = new int[inlines.size()];
        Map<String, Deque<Integer>> open = new HashMap<>();
        for (int i = 0; i < tags.length; i++) {
            tags[i] = inlines.get(i) instanceof Inline.Raw raw ? Tag.of(raw.html()) : null;
            if (tags[i] == null || !pairs(tags[i].name()) && !swallows(tags[i].name())) {
                continue;
            }
            Deque<Integer> starts =
                    open.computeIfAbsent(tags[i].name(), name -> new ArrayDeque<>());
            if (!tags[i].closing()) {
                starts.push(i);
            } else if (!starts.isEmpty()) {
                ends[starts.pop()] = i;
            }
        }
        return new InlineHtml(inlines, tags, ends).between(0, tags.length, 0);
    }

    private static boolean pairs(String name) {
        return STYLES.containsKey(name) || OTHERS.contains(name);
    }

    /**
     * Whether a tag takes all up to its end for text. Without an end it would take the rest of the
     * page; as on GitHub, it is shown then.
     */
    static boolean swallows(String name) {
        return SWALLOWING.contains(name);
    }

    private List<Inline> between(int start, int end, int depth) {
        List<Inline> out = new ArrayList<>();
        for (int i = start; i < end; i++) {
            Inline inline = inlines.get(i);
            if (!(inline instanceof Inline.Raw)) {
                out.add(inline);
                continue;
            }
            boolean opens =
                    pairs(tags[i] == null ? "" : tags[i].name())
                            && ends[i] > i
                            && ends[i] < end
                            && depth < MOST_TAGS;
            Inline paired = opens ? paired(tags[i], between(i + 1, ends[i], depth + 1)) : null;
            Inline single = tags[i] == null ? null : single(tags[i]);
            if (paired != null) {
                out.add(paired);
                i = ends[i];
            } else if (tags[i] != null && swallows(tags[i].name()) && ends[i] == 0) {
                out.add(new Inline.Text(((Inline.Raw) inline).html()));
            } else {
                out.add(single != null ? single : inline);
            }
        }
        return out;
    }

    private static Inline paired(Tag tag, List<Inline> content) {
        Style style = STYLES.get(tag.name());
        if (style != null) {
            return tag.attributes().isEmpty() && !content.isEmpty()
                    ? new Inline.Styled(style, content)
                    : null;
        }
        Map<String, String> attributes = tag.attributes();
        if (tag.name().equals("span")) {
            String roles = attributes.getOrDefault("class", "");
            return attributes.size() == 1 && ROLES.matcher(roles).matches() && !content.isEmpty()
                    ? new Inline.Styled(
                            Style.SPAN, "[." + roles.replaceAll("\\s+", ".") + "]", content)
                    : null;
        }
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
