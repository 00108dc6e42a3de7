package lectern.markdown;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads paragraphs and headings written in HTML, most often to set them in the middle. */
final class HtmlParagraphs {
    private static final Pattern WRAPPED =
            Pattern.compile(
                    "<(p|div|center|h[1-6])((?:\\s[^<>]*)?)>((?:(?!<(?:p|div|center|h[1-6])\\b).)*)</\\1\\s*>",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern CENTRED =
            Pattern.compile("\\s*text-align\\s*:\\s*(left|center|right|justify)\\s*;?\\s*");
    private static final int LONGEST = 20_000;

    private HtmlParagraphs() {}

    /** Read one; null when it is something else, or something that AsciiDoc could not say. */
    static Block read(String html, int line) {
        Matcher wrapped = WRAPPED.matcher(html);
        if (html.length() > LONGEST || !html.startsWith("<") || !wrapped.matches()) {
            return null;
        }
        Tag tag = Tag.of(html.substring(0, wrapped.start(3)));
        String role = tag == null ? null : role(tag);
        List<Inline> content = role == null ? null : HtmlText.read(wrapped.group(3));
        if (content == null || content.isEmpty()) {
            return null;
        }
        Block block =
                tag.name().startsWith("h")
                        ? new Block.Heading(tag.name().charAt(1) - '0', "", false, content, line)
                        : content.size() == 1 && content.get(0) instanceof Inline.Image image
                                ? new Block.Picture(image, "", line)
                                : new Block.Paragraph(content, line);
        return role.isEmpty() ? block : new Block.Aligned(role, block, line);
    }

    /** The role that says how the text is aligned; empty for as usual, null for what is more. */
    private static String role(Tag tag) {
        Map<String, String> attributes = tag.attributes();
        if (attributes.isEmpty()) {
            return tag.name().equals("center") ? "text-center" : "";
        }
        String align = attributes.getOrDefault("align", "");
        Matcher style = CENTRED.matcher(attributes.getOrDefault("style", ""));
        if (style.matches()) {
            align = style.group(1);
        }
        return attributes.size() == 1 && align.matches("left|center|right|justify")
                ? "text-" + align
                : null;
    }
}
