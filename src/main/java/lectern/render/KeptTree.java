package lectern.render;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lectern.model.Digest;
import lectern.text.PackedReader;
import lectern.text.PackedWriter;
import org.jsoup.nodes.Element;

/**
 * What the last build knew of a book: its tree with only the {@link Remains} of the chapters, so
 * that the next build makes trees of those chapters alone that have changed.
 *
 * @param made digest of all that chapters are made of beside themselves
 * @param chapters digests of the chapters by their ids; one that is missing is made anew each time
 * @param terms how many terms of the index got an id
 * @param html the root of the tree
 */
public record KeptTree(String made, Map<String, String> chapters, int terms, Element html) {
    private static final String CELLS = "div.listingblock.cell[id]";

    /**
     * Read it back.
     *
     * @param program what wrote it, or it is of no use
     */
    public static Optional<KeptTree> read(Path file, String program) {
        return PackedReader.open(file, program)
                .map(in -> new KeptTree(in.text(), in.named(), in.number(), PackedTree.read(in)));
    }

    /**
     * Keep what there is to know of a book in which nothing is wrong, whole or not at all.
     *
     * @param tree before anything consumes it
     * @param made digest of all that chapters are made of beside themselves
     */
    public static void write(BookTree tree, String made, Path file, String program) {
        Map<String, String> chapters = new LinkedHashMap<>();
        PackedTree packed = new PackedTree();
        Remains remains = new Remains(new PdfText(tree.book().base()), tree.terms());
        for (Element chapter : tree.content().select("> .sect1")) {
            packed.put(chapter, remains.of(chapter));
            // pictures that are no vectors are counted through the EPUB, so no page of it is kept
            if (chapter.selectFirst("img") == null) {
                String id = chapter.selectFirst("> h2").id();
                Digest digest = tree.book().digests().get(id);
                if (digest != null) {
                    chapters.put(id, digest.hex());
                }
            }
        }
        PackedWriter out = new PackedWriter(program);
        out.text(made);
        out.texts(chapters);
        out.number(tree.terms().given());
        packed.write(tree.document().child(0), out);
        out.write(file);
    }

    /**
     * The chapters that must be made anew.
     *
     * @param ids of all chapters
     * @param digests of them, as far as they have one
     */
    public Set<String> changed(Set<String> ids, Map<String, Digest> digests) {
        Set<String> changed = new LinkedHashSet<>();
        for (String id : ids) {
            Digest digest = digests.get(id);
            if (digest == null || !digest.hex().equals(chapters.get(id))) {
                changed.add(id);
            }
        }
        return changed;
    }

    /**
     * What can stand for each chapter in the text of the book where the chapter is left out, by its
     * id: it says how many drawings are, as their ids are counted through the book.
     */
    public Map<String, String> leftOut() {
        Map<String, String> instead = new LinkedHashMap<>();
        for (Element chapter : html.select("#content > .sect1")) {
            String count = chapter.attr(Remains.PICTURES);
            instead.put(
                    chapter.selectFirst("> h2").id(),
                    "<div " + Remains.PICTURES + "=\"" + count + "\"></div>");
        }
        return instead;
    }

    /** Ids of all examples of the book. */
    public Set<String> cells() {
        return new LinkedHashSet<>(html.select(CELLS).eachAttr("id"));
    }
}
