package lectern.markdown;

import java.util.List;

/** Sets lists; what follows the first paragraph of an item is attached to it. */
final class ListWriter {
    private static final String[] TERM_MARKS = {"::", ":::", "::::", ";;"};

    private final List<String> out;
    private final Nesting nesting;
    private final boolean trace;

    ListWriter(List<String> out, Nesting nesting, boolean trace) {
        this.out = out;
        this.nesting = nesting;
        this.trace = trace;
    }

    void items(Block.Items list) {
        Nesting inner = list.numbered() ? nesting.inNumbers() : nesting.inBullets();
        String mark = list.numbered() ? ".".repeat(inner.numbers()) : "*".repeat(inner.bullets());
        if (list.numbered() && list.start().orElse(1) != 1) {
            out.add("[start=" + list.start().getAsInt() + "]");
        }
        boolean loose = false;
        for (Block.Item item : list.items()) {
            if (loose) {
                out.add("");
            }
            int from = out.size();
            content(mark + " " + item.box().mark, item.content(), inner);
            loose = out.subList(from, out.size()).contains("+");
        }
    }

    void terms(Block.Terms list) {
        Nesting inner = nesting.inTerms();
        String mark = TERM_MARKS[Math.min(inner.terms(), TERM_MARKS.length) - 1];
        for (Block.Entry entry : list.entries()) {
            for (int i = 0; i < entry.terms().size(); i++) {
                String term = Lines.term(entry.terms().get(i));
                boolean last = i + 1 == entry.terms().size();
                if (!last || entry.content().isEmpty()) {
                    out.add(term + mark);
                } else {
                    content(term + mark + " ", entry.content(), inner);
                }
            }
        }
    }

    private void content(String start, List<Block> content, Nesting inner) {
        List<Inline> words = content.isEmpty() ? List.of() : words(content.get(0));
        boolean text = !words.isEmpty();
        List<String> lines = text ? Lines.paragraph(words) : List.of("{empty}");
        out.add(start + first(lines.get(0)));
        out.addAll(lines.subList(1, lines.size()));
        Block previous = null;
        AsciidocWriter writer = new AsciidocWriter(out, inner, trace);
        List<Block> rest = content.subList(text ? 1 : 0, content.size());
        if (goesOn(rest)) {
            out.add("+");
            writer.together(rest);
            return;
        }
        for (Block block : rest) {
            if (isList(block) && !isList(previous)) {
                if (previous != null) {
                    out.add("");
                }
            } else {
                for (int i = 0; i < (isList(previous) ? depth(previous) : 0); i++) {
                    out.add("");
                }
                out.add("+");
            }
            writer.block(block);
            previous = block;
        }
    }

    /** What an item may begin with; empty when it begins with a block of another kind. */
    private static List<Inline> words(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.content();
        }
        return block instanceof Block.Picture picture && picture.title().isEmpty()
                ? List.of(picture.image())
                : List.of();
    }

    /** Whether more than one block follows a list: AsciiDoc attaches only one there. */
    private static boolean goesOn(List<Block> content) {
        int list = 0;
        while (list < content.size() && !isList(content.get(list))) {
            list++;
        }
        return list + 2 < content.size();
    }

    private static String first(String line) {
        return line.matches("\\[[ x*]\\] .*") ? "{empty}" + line : line;
    }

    private static boolean isList(Block block) {
        return block instanceof Block.Items || block instanceof Block.Terms;
    }

    /** How many lists end together with this one. */
    private static int depth(Block list) {
        List<Block> last =
                list instanceof Block.Items items
                        ? items.items().get(items.items().size() - 1).content()
                        : ((Block.Terms) list)
                                .entries()
                                .get(((Block.Terms) list).entries().size() - 1)
                                .content();
        Block end = last.isEmpty() ? null : last.get(last.size() - 1);
        return isList(end) ? 1 + depth(end) : 1;
    }
}
