package lectern.markdown;

import java.util.ArrayList;
import java.util.List;

/** Sets blocks as AsciiDoc. */
final class AsciidocWriter {
    private final List<String> out;
    private final Nesting nesting;
    private final boolean trace;

    AsciidocWriter(List<String> out, Nesting nesting, boolean trace) {
        this.out = out;
        this.nesting = nesting;
        this.trace = trace;
    }

    /** Set blocks one after the other, with blank lines between. */
    void blocks(List<Block> blocks) {
        Block previous = null;
        for (Block block : blocks) {
            separate(previous, block);
            block(block);
            previous = block;
        }
    }

    private void separate(Block previous, Block next) {
        if (previous == null) {
            return;
        }
        out.add("");
        if (isList(previous) && isList(next)) {
            out.add("//-");
            out.add("");
        }
    }

    private static boolean isList(Block block) {
        return block instanceof Block.Items || block instanceof Block.Terms;
    }

    /** Set one block. */
    void block(Block block) {
        if (trace) {
            out.add("// from line " + block.line());
        }
        if (block instanceof Block.Heading heading) {
            heading(heading);
        } else if (block instanceof Block.Paragraph paragraph) {
            out.addAll(Lines.paragraph(paragraph.content()));
        } else if (block instanceof Block.Aligned aligned) {
            out.add("[." + aligned.role() + "]");
            new AsciidocWriter(out, nesting, false).block(aligned.block());
        } else if (block instanceof Block.Listing listing) {
            Listings.write(out, listing);
        } else if (block instanceof Block.Quote quote) {
            enclosed('_', quote.content());
        } else if (block instanceof Block.Admonition admonition) {
            admonition(admonition);
        } else if (block instanceof Block.Details details) {
            out.add("[%collapsible" + (details.open() ? "%open]" : "]"));
            if (!details.summary().isEmpty()) {
                out.add("." + Lines.single(details.summary()));
            }
            enclosed('=', details.content());
        } else if (block instanceof Block.Items items) {
            new ListWriter(out, nesting, trace).items(items);
        } else if (block instanceof Block.Terms terms) {
            new ListWriter(out, nesting, trace).terms(terms);
        } else if (block instanceof Block.Table table) {
            Tables.write(out, table);
        } else if (block instanceof Block.Picture picture) {
            picture(picture);
        } else if (block instanceof Block.Rule) {
            out.add("'''");
        } else if (block instanceof Block.Raw raw) {
            Listings.delimited(out, '+', raw.html());
        } else if (block instanceof Block.Remark remark) {
            if (remark.text().isEmpty()) {
                out.add("//-");
            }
            remark.text().lines().map(line -> ("// " + line).stripTrailing()).forEach(out::add);
        }
    }

    private void heading(Block.Heading heading) {
        String marks = "=".repeat(heading.level());
        String text = Lines.single(heading.content());
        if (text.endsWith(" " + marks)) {
            text = text.substring(0, text.length() - 1) + "&#61;";
        }
        if (!heading.id().isEmpty()) {
            String style = heading.section() ? "" : "discrete";
            boolean dotted = heading.id().indexOf('.') >= 0;
            String comma = style.isEmpty() ? "" : ",";
            out.add("[" + style + (dotted ? comma + "id=" : "#") + heading.id() + "]");
        } else if (!heading.section()) {
            out.add("[discrete]");
        }
        out.add(marks + " " + (text.isEmpty() ? "{empty}" : text));
    }

    private void admonition(Block.Admonition admonition) {
        if (!admonition.title().isEmpty()) {
            out.add("." + Lines.single(List.of(new Inline.Text(admonition.title()))));
        }
        if (admonition.content().size() == 1
                && admonition.content().get(0) instanceof Block.Paragraph paragraph) {
            List<String> lines = new ArrayList<>(Lines.paragraph(paragraph.content()));
            lines.set(0, admonition.label() + ": " + lines.get(0));
            out.addAll(lines);
            return;
        }
        out.add("[" + admonition.label() + "]");
        enclosed('=', admonition.content());
    }

    /** Set blocks as one, so that all of them belong to an item of a list. */
    void together(List<Block> content) {
        if (nesting.open()) {
            enclosed('=', content);
        } else {
            out.add("--");
            new AsciidocWriter(out, nesting.opened(), trace).blocks(content);
            out.add("--");
        }
    }

    private void enclosed(char mark, List<Block> content) {
        String delimiter = String.valueOf(mark).repeat(nesting.delimiter());
        out.add(delimiter);
        new AsciidocWriter(out, nesting.enclosed(), trace).blocks(content);
        out.add(delimiter);
    }

    private void picture(Block.Picture picture) {
        if (!picture.title().isEmpty()) {
            out.add("." + Lines.single(List.of(new Inline.Text(picture.title()))));
        }
        Inline.Image image = picture.image();
        String target = Targets.encode(image.target());
        boolean block =
                Targets.linkable(image.target())
                        && Targets.clean(target)
                        && !image.target().isBlank()
                        && image.options().title().isEmpty()
                        && image.alt().matches("[\\p{L}\\p{N} ;/!?\\p{IsHan}-]*")
                        && !image.alt().contains("--");
        List<String> lines = Lines.paragraph(List.of(image));
        if (block && lines.size() == 1 && lines.get(0).startsWith("image:")) {
            out.add("image::" + lines.get(0).substring("image:".length()));
        } else {
            out.addAll(lines);
        }
    }
}
