package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns blocks of HTML into what AsciiDoc has for them; the rest is passed through. */
final class HtmlBlocks {
    private static final Pattern REMARK = Pattern.compile("<!--((?:(?!-->).)*)-->", Pattern.DOTALL);
    private static final Pattern DETAILS =
            Pattern.compile(
                    "<details(\\s+open(?:=\"[^\"]*\")?)?\\s*>\\s*(?:<summary>([^<]*)</summary>)?\\s*([^<]*)"
                            + "(</details>)?",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private HtmlBlocks() {}

    /** Read one block. */
    static Block read(String html, int line) {
        String text = html.replace("\r\n", "\n").strip();
        Matcher remark = REMARK.matcher(text);
        if (remark.matches() && !remark.group(1).contains("\n\n")) {
            return new Block.Remark(remark.group(1).strip(), line);
        }
        Tag tag = Tag.of(text);
        if (tag != null && tag.name().equals("hr") && tag.attributes().isEmpty()) {
            return new Block.Rule(line);
        }
        if (tag != null
                && tag.name().equals("img")
                && InlineHtml.image(tag.attributes()) instanceof Inline.Image image) {
            return new Block.Picture(image, "", line);
        }
        Block table = HtmlTables.read(text, line);
        return table != null ? table : new Block.Raw(text, line);
    }

    /** Gather what stands between the tags of a block that opens. */
    static List<Block> gather(List<Block> blocks) {
        List<Block> out = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Matcher start =
                    blocks.get(i) instanceof Block.Raw raw ? DETAILS.matcher(raw.html()) : null;
            if (start == null || !start.matches()) {
                out.add(blocks.get(i));
                continue;
            }
            int end = start.group(4) != null ? i : end(blocks, i);
            if (end < 0) {
                out.add(blocks.get(i));
                continue;
            }
            int line = blocks.get(i).line();
            List<Block> content = new ArrayList<>();
            if (!start.group(3).isBlank()) {
                content.add(new Block.Paragraph(words(start.group(3)), line));
            }
            if (end > i) {
                content.addAll(gather(blocks.subList(i + 1, end)));
            }
            List<Inline> summary = start.group(2) == null ? List.of() : words(start.group(2));
            out.add(new Block.Details(summary, start.group(1) != null, content, line));
            i = end;
        }
        return out;
    }

    private static List<Inline> words(String html) {
        String text = com.vladsch.flexmark.util.sequence.Escaping.unescapeHtml(html);
        return text.isBlank() ? List.of() : List.of(new Inline.Text(text.strip()));
    }

    private static int end(List<Block> blocks, int start) {
        int depth = 0;
        for (int i = start + 1; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Raw raw) {
                if (raw.html().startsWith("<details")) {
                    depth++;
                } else if (raw.html().equals("</details>") && depth-- == 0) {
                    return i;
                }
            }
        }
        return -1;
    }
}
