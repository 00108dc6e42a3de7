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
        boolean text = !content.isEmpty() && content.get(0) instanceof Block.Paragraph;
        List<String> lines =
                text
                        ? Lines.paragraph(((Block.Paragraph) content.get(0)).content())
                        : List.of("{empty}");
        out.add(start + first(lines.get(0)));
        out.addAll(lines.subList(1, lines.size()));
        Block previous = null;
        AsciidocWriter writer = new AsciidocWriter(out, inner, trace);
        for (Block block : content.subList(text ? 1 : 0, content.size())) {
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
