package lectern.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Turns quotes that begin with a label such as {@code [!NOTE]} into admonitions. */
final class Callouts {
    private Callouts() {}

    static Block admonition(
            Block.Paragraph first, Inline.Text text, Matcher label, List<Block> content, int line) {
        String rest = text.value().substring(label.end());
        int end = rest.indexOf('\n');
        boolean alone = first.content().size() == 1;
        String title = end < 0 ? (alone ? rest : "") : rest.substring(0, end);
        String body = end < 0 ? (alone ? "" : rest) : rest.substring(end + 1);
        List<Inline> words = new ArrayList<>();
        if (!body.isBlank()) {
            words.add(new Inline.Text(body.stripLeading()));
        }
        words.addAll(first.content().subList(1, first.content().size()));
        List<Block> blocks = new ArrayList<>();
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(words, first.line()));
        }
        blocks.addAll(content.subList(1, content.size()));
        return new Block.Admonition(
                label.group(1).toUpperCase(Locale.ROOT), title.strip(), blocks, line);
    }
}
