package lectern.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns blocks of HTML into what AsciiDoc has for them; the rest is passed through. */
final class HtmlBlocks {
    private static final Pattern REMARK = Pattern.compile("<!--((?:(?!-->).)*)-->", Pattern.DOTALL);
    private static final Pattern DETAILS =
            Pattern.compile(
                    "<details(\\s+open(?:=\"[^\"]*\")?)?\\s*>\\s*(?:<summary>((?:(?!</summary>).)*)</summary>)?\\s*([^<]*)"
                            + "(</details>)?",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern SUMMARY =
            Pattern.compile(
                    "<summary>((?:(?!</summary>).)*)</summary>",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAKS = Pattern.compile("(?i)(?:<br\\s*/?>\\s*)+");
    private static final Pattern OPEN = Pattern.compile("<([A-Za-z]+)\\b");
    private static final int MOST_DETAILS = 30;

    private HtmlBlocks() {}

    /** Read one block. */
    static Block read(String html, int line) {
        String text = shown(html.replace("\r\n", "\n").strip());
        Matcher remark = REMARK.matcher(text);
        if (remark.matches() && !remark.group(1).contains("\n\n")) {
            return new Block.Remark(remark.group(1).strip(), line);
        }
        if (BREAKS.matcher(text).matches()) {
            int count = text.split(">").length;
            return new Block.Paragraph(Collections.nCopies(count, new Inline.Break()), line);
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
        Block found = table != null ? table : HtmlParagraphs.read(text, line);
        return found != null ? found : new Block.Raw(text, line);
    }

    /** Show tags that would take the rest of the page for text, except at the start. */
    private static String shown(String html) {
        String lower = html.toLowerCase(Locale.ROOT);
        return OPEN.matcher(html)
                .replaceAll(
                        tag -> {
                            String name = tag.group(1).toLowerCase(Locale.ROOT);
                            boolean shown =
                                    tag.start() > 0
                                            && InlineHtml.swallows(name)
                                            && lower.lastIndexOf("</" + name) < tag.start();
                            String text = shown ? "&lt;" + tag.group().substring(1) : tag.group();
                            return Matcher.quoteReplacement(text);
                        });
    }

    /** Gather what stands between the tags of a block that opens. */
    static List<Block> gather(List<Block> blocks) {
        int[] ends = new int[blocks.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < ends.length; i++) {
            if (blocks.get(i) instanceof Block.Raw raw) {
                if (raw.html().startsWith("<details") && !raw.html().endsWith("</details>")) {
                    open.push(i);
                } else if (raw.html().equals("</details>") && !open.isEmpty()) {
                    ends[open.pop()] = i;
                }
            }
        }
        return open.size() == ends.length ? blocks : between(blocks, ends, 0, ends.length, 0);
    }

    private static List<Block> between(
            List<Block> blocks, int[] ends, int start, int end, int depth) {
        List<Block> out = new ArrayList<>();
        for (int i = start; i < end; i++) {
            Matcher opening =
                    blocks.get(i) instanceof Block.Raw raw && depth < MOST_DETAILS
                            ? DETAILS.matcher(raw.html())
                            : null;
            boolean whole = opening != null && opening.matches();
            if (!whole || opening.group(4) == null && ends[i] == 0) {
                out.add(blocks.get(i));
                continue;
            }
            List<Inline> summary =
                    opening.group(2) == null ? List.of() : HtmlText.read(opening.group(2));
            if (summary == null) {
                out.add(blocks.get(i));
                continue;
            }
            int line = blocks.get(i).line();
            List<Block> content = new ArrayList<>();
            if (!opening.group(3).isBlank()) {
                content.add(new Block.Paragraph(words(opening.group(3)), line));
            }
            int last = opening.group(4) != null ? i : ends[i];
            List<Inline> next =
                    last > i + 1 && summary.isEmpty() && content.isEmpty()
                            ? summary(blocks.get(i + 1))
                            : null;
            if (last > i) {
                content.addAll(
                        between(blocks, ends, next == null ? i + 1 : i + 2, last, depth + 1));
            }
            out.add(
                    new Block.Details(
                            next == null ? summary : next,
                            opening.group(1) != null,
                            content,
                            line));
            i = last;
        }
        return out;
    }

    /** The words of a summary that is a block by itself; null when the block is something else. */
    private static List<Inline> summary(Block block) {
        Matcher found = block instanceof Block.Raw raw ? SUMMARY.matcher(raw.html()) : null;
        return found != null && found.matches() ? HtmlText.read(found.group(1)) : null;
    }

    private static List<Inline> words(String html) {
        String text = com.vladsch.flexmark.util.sequence.Escaping.unescapeHtml(html);
        return text.isBlank() ? List.of() : List.of(new Inline.Text(text.strip()));
    }
}
