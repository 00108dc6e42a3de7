package lectern.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads blocks from flexmark's tree. */
final class BlockReader {
    private static final Pattern CALLOUT =
            Pattern.compile(
                    "\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\][+-]?[ \\t]*",
                    Pattern.CASE_INSENSITIVE);

    private static final int MOST_QUOTES = 50;

    private int quotes;
    private final Source source;
    private final InlineReader inlines;
    private final Headings headings;

    BlockReader(Source source, Headings headings) {
        this.source = source;
        this.headings = headings;
        inlines = new InlineReader(source);
    }

    /** The blocks under a node. */
    List<Block> children(Node parent) {
        List<Block> all = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            read(node, all);
        }
        return HtmlBlocks.gather(all);
    }

    private void read(Node node, List<Block> all) {
        int line = source.line(node);
        if (node instanceof com.vladsch.flexmark.ast.Heading heading) {
            List<Inline> content = inlines.children(heading);
            all.add(headings.block(heading, content, line));
        } else if (node instanceof com.vladsch.flexmark.ast.Paragraph) {
            paragraph(node, line, all);
        } else if (node instanceof FencedCodeBlock fence) {
            all.add(CodeBlocks.fenced(fence, line));
        } else if (node instanceof IndentedCodeBlock code) {
            all.add(CodeBlocks.indented(code, line));
        } else if (node instanceof BlockQuote quote) {
            quote(quote, line, all);
        } else if (node instanceof DefinitionList list) {
            all.add(terms(list, line));
        } else if (node instanceof ListBlock list) {
            all.add(list(list, line));
        } else if (node instanceof ThematicBreak) {
            all.add(new Block.Rule(line));
        } else if (node instanceof TableBlock table) {
            all.add(new TableReader(inlines).read(table, line));
        } else if (node instanceof HtmlBlockBase) {
            all.add(
                    HtmlBlocks.read(
                            ((com.vladsch.flexmark.util.ast.Block) node)
                                    .getContentChars()
                                    .toString(),
                            line));
        } else if (node instanceof Reference reference) {
            reference(reference, all);
        } else if (node instanceof FootnoteBlock note) {
            footnote(note, all);
        } else if (node.hasChildren()) {
            all.addAll(children(node));
        } else if (!node.getChars().isBlank()) {
            source.lose(node, node.getNodeName(), "it is not known; kept in a comment");
            all.add(new Block.Remark(node.getChars().toString(), line));
        }
    }

    /** Definitions are read where they are used; one that is not used is kept in a comment. */
    private void reference(Reference reference, List<Block> all) {
        if (!source.uses(reference)) {
            all.add(remark(reference));
        }
    }

    private void footnote(FootnoteBlock note, List<Block> all) {
        if (note.getFootnoteReferences() == 0) {
            source.lose(note, "footnote", "nothing refers to it; kept in a comment");
            all.add(remark(note));
        }
    }

    private Block remark(Node node) {
        return new Block.Remark(node.getChars().toString().strip(), source.line(node));
    }

    private void paragraph(Node node, int line, List<Block> all) {
        Node only = node.getFirstChild();
        if (only instanceof FormulaNode formula && formula.display() && only.getNext() == null) {
            all.add(new Block.Listing("stem", "", "", "", formula.tex(), line));
            return;
        }
        List<Inline> content = inlines.children(node);
        if (content.size() == 1 && content.get(0) instanceof Inline.Image image) {
            all.add(new Block.Picture(image, "", line));
        } else if (!content.isEmpty()) {
            all.add(new Block.Paragraph(content, line));
        }
    }

    private void quote(Node quote, int line, List<Block> all) {
        if (++quotes > MOST_QUOTES) {
            source.lose(quote, "quotation", "it lies in more than " + MOST_QUOTES + " others");
            all.addAll(children(quote));
            quotes--;
            return;
        }
        List<Block> content = children(quote);
        quotes--;
        if (!content.isEmpty()
                && content.get(0) instanceof Block.Paragraph first
                && first.content().get(0) instanceof Inline.Text text) {
            String value = text.value();
            Matcher label = CALLOUT.matcher(value);
            if (label.lookingAt()) {
                all.add(Callouts.admonition(first, text, label, content, line));
                return;
            }
        }
        all.add(new Block.Quote(content, line));
    }

    private Block list(ListBlock list, int line) {
        List<Block.Item> items = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            Block.Box box = Block.Box.NONE;
            if (node instanceof TaskListItem task) {
                box = task.isItemDoneMarker() ? Block.Box.DONE : Block.Box.OPEN;
            }
            items.add(new Block.Item(box, children(node)));
        }
        boolean numbered = list instanceof OrderedList;
        OptionalInt start =
                list instanceof OrderedList ordered
                        ? OptionalInt.of(ordered.getStartNumber())
                        : OptionalInt.empty();
        return new Block.Items(numbered, start, items, line);
    }

    private Block terms(DefinitionList list, int line) {
        List<Block.Entry> entries = new ArrayList<>();
        List<List<Inline>> terms = new ArrayList<>();
        List<Block> content = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof DefinitionTerm term) {
                if (!content.isEmpty()) {
                    entries.add(new Block.Entry(terms, content));
                    terms = new ArrayList<>();
                    content = new ArrayList<>();
                }
                Node words = term.getFirstChild();
                terms.add(
                        inlines.children(
                                words != null
                                                && words.hasChildren()
                                                && !(words instanceof com.vladsch.flexmark.ast.Text)
                                                && words
                                                        instanceof
                                                        com.vladsch.flexmark.ast.Paragraph
                                        ? words
                                        : term));
            } else if (node instanceof DefinitionItem item) {
                content.addAll(children(item));
            }
        }
        entries.add(new Block.Entry(terms, content));
        return new Block.Terms(entries, line);
    }
}
