package lectern.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lectern.model.Digest;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Makes the text of the whole book as one page: every reference leads to a place on it. It is made
 * chapter by chapter, so that only those that changed are made again.
 */
final class WholeBook {
    private final BookPages pages;
    private final Page page;
    private final Links links;
    private final Footnotes footnotes;
    private final PageMemo<WholePiece> memo;
    private final Consumer<Element> finish;
    private final InlineStyles styles;
    private final Set<String> called = new HashSet<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 20);
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private boolean beside = true;
    private boolean margin;

    /**
     * Prepare to make it.
     *
     * @param memo what was made of the chapters before
     * @param finish does to a part of the text what only one writer wants
     * @param styles takes the styles that stand inline
     */
    WholeBook(
            BookPages pages,
            PageMemo<WholePiece> memo,
            Consumer<Element> finish,
            InlineStyles styles) {
        this.pages = pages;
        Page shell = pages.plan().whole();
        BookTree tree = pages.tree();
        this.page =
                new Page(
                        shell.kind(), shell.file(), "", "", shell.title(), shell.part(), List.of());
        // what is wrong with the links was found on the pages already
        this.links = new Links(pages.anchors().on(page, tree.content()), new ArrayList<>());
        this.footnotes = Footnotes.of(tree.document());
        this.memo = memo;
        this.finish = finish;
        this.styles = styles;
    }

    /**
     * The text.
     *
     * @param cover stands before it
     */
    byte[] text(Element cover) {
        put(text, "<div class=\"text\">" + PageBody.empty().appendChild(cover).html());
        for (Element part : pages.tree().content().children()) {
            if (!part.id().equals("footnotes")) {
                Optional<Digest> key = key(part);
                Optional<WholePiece> known =
                        memo.find(key).filter(p -> Collections.disjoint(called, p.called()));
                WholePiece piece = known.orElseGet(() -> make(part));
                if (Collections.disjoint(called, piece.called())) {
                    memo.keep(key, piece);
                }
                take(piece);
            }
        }
        memo.close();
        if (notes.size() > 0) {
            put(
                    text,
                    "<section class=\"footnotes"
                            + (beside ? " beside" : "")
                            + "\" role=\"doc-endnotes\" aria-label=\"Footnotes\"><ol>");
            text.writeBytes(notes.toByteArray());
            put(text, "</ol></section>");
        }
        put(text, "</div>");
        return text.toByteArray();
    }

    private Optional<Digest> key(Element part) {
        Element heading = part.hasClass("sect1") ? part.selectFirst("> h2") : null;
        return heading == null ? Optional.empty() : pages.keys().of(heading.id());
    }

    /** Whether anything stands in the margin, once the text is made. */
    boolean margin() {
        return margin;
    }

    private void take(WholePiece piece) {
        text.writeBytes(piece.html());
        notes.writeBytes(piece.notes());
        called.addAll(piece.called());
        beside &= piece.beside();
        margin |= piece.margin();
        styles.takeIn(piece.styles());
    }

    private WholePiece make(Element part) {
        Element main = PageBody.empty();
        main.appendChild(pages.tree().full(part).clone());
        PageBody.serve(main);
        footnotes.append(main, called);
        links.rewrite(main, page);
        SideNotes.place(main);
        PageBody.permalinks(main);
        finish.accept(main);
        InlineStyles own = new InlineStyles();
        own.collect(main);
        boolean noted = !SitePage.margin(main).isEmpty();
        Elements items = main.select("> section.footnotes > ol > li");
        boolean besides = items.stream().allMatch(item -> item.hasClass("has-side"));
        String list = items.outerHtml();
        main.select("> section.footnotes").remove();
        List<String> calls = List.copyOf(Footnotes.called(main));
        return new WholePiece(
                main.html().getBytes(StandardCharsets.UTF_8),
                calls,
                list.getBytes(StandardCharsets.UTF_8),
                besides,
                noted,
                own.rules());
    }

    private static void put(ByteArrayOutputStream out, String html) {
        out.writeBytes(html.getBytes(StandardCharsets.UTF_8));
    }
}
