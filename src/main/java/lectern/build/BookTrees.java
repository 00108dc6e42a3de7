package lectern.build;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lectern.convert.Conversion;
import lectern.convert.MarkedPage;
import lectern.render.BookTree;
import lectern.render.ConvertedBook;
import lectern.render.Formulas;
import lectern.render.KeptTree;
import lectern.text.Digests;

/**
 * Makes the tree of a converted book. Where most chapters are as they were the last time, it is the
 * tree of the others, with what the last build knew of those: the writers have their pages.
 */
final class BookTrees {
    private final BookLayout layout;
    private final ConvertedBook book;
    private final MarkedPage page;
    private final Formulas formulas;
    private final Path file;
    private final String made;

    /**
     * Prepare to make it.
     *
     * @param stages tell what the pages show beside the text
     * @param formulas drawn
     */
    BookTrees(BookStages stages, Conversion conversion, Formulas formulas) {
        this.layout = stages.layout();
        this.page = conversion.page();
        this.formulas = formulas;
        this.file = layout.cache().resolve("pages").resolve("tree");
        ChapterDigests digests = new ChapterDigests(layout.notes(), stages.drawings().folder());
        this.book = stages.converted("").with(digests.of(page));
        this.made =
                Digests.of(
                                String.join(
                                        "\n\f",
                                        layout.root().toString(),
                                        layout.main().toString(),
                                        new TreeMap<>(book.cells()).toString(),
                                        String.join("\n", ids()),
                                        digests.frame(page).hex()))
                        .hex();
    }

    private Set<String> ids() {
        return page.chapters().keySet();
    }

    /** The tree of all of it. */
    BookTree whole() {
        return BookTree.of(book.with(page.html()), formulas);
    }

    /** The tree of what has changed; nothing where that shows elsewhere, or is most of the book. */
    Optional<BookTree> changed() {
        Optional<KeptTree> kept =
                KeptTree.read(file, Program.name()).filter(last -> last.made().equals(made));
        return kept.flatMap(this::changed);
    }

    private Optional<BookTree> changed(KeptTree kept) {
        Set<String> changed = kept.changed(ids(), book.digests());
        if (changed.size() * 2 > ids().size()) {
            return Optional.empty();
        }
        Map<String, String> left = new LinkedHashMap<>(kept.leftOut());
        left.keySet().removeAll(changed);
        BookTree part = BookTree.of(book.with(page.html(left)), formulas, kept.cells(), 0);
        return BookTree.of(kept, part, changed, book, this::whole);
    }

    /** Keep what the next build wants to know of a tree in which nothing is wrong. */
    void keep(BookTree tree) {
        KeptTree.write(tree, made, file, Program.name());
    }
}
