package lectern.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import lectern.model.Digest;
import lectern.text.Digests;

/**
 * Tells whether a page is made of the same as another: of the text and the pictures of its chapter,
 * and of all that any page takes from the rest of the book. That is one digest for the whole book:
 * where any of it changes, all pages are made anew.
 */
final class PageKeys {
    /** Has nothing to tell. */
    static final PageKeys NONE = new PageKeys(Map.of(), "");

    private final Map<String, Digest> chapters;
    private final String book;

    private PageKeys(Map<String, Digest> chapters, String book) {
        this.chapters = chapters;
        this.book = book;
    }

    static PageKeys of(BookTree tree, SitePlan plan, Anchors anchors, Theme theme) {
        List<String> parts = new ArrayList<>();
        parts.addAll(anchors.lines());
        parts.addAll(new PreviewCards(() -> tree.document().body()).referred());
        parts.addAll(new TreeSet<>(tree.document().select(".bibliography [id]").eachAttr("id")));
        parts.add(tree.lists().toString());
        parts.add(tree.meta().toString());
        parts.add(tree.site().toString());
        parts.add(tree.print().toString());
        parts.add(new TreeMap<>(tree.book().cells()).toString());
        BookSources sources = tree.book().sources();
        parts.add(new TreeMap<>(sources.notes()).toString());
        parts.add(new TreeMap<>(sources.changed()).toString());
        for (Page page : plan.outline().pages()) {
            parts.add(named(page));
        }
        plan.lists().map(PageKeys::named).ifPresent(parts::add);
        plan.sources().forEach((path, page) -> parts.add(path + " " + named(page)));
        parts.add(new SiteHead(tree, plan).book());
        parts.add(theme.text("html/page.html"));
        return new PageKeys(tree.book().digests(), Digests.of(String.join("\n\f", parts)).hex());
    }

    private static String named(Page page) {
        return String.join(
                "\t",
                page.kind().name(),
                page.file(),
                page.id(),
                page.number(),
                page.title(),
                String.valueOf(page.part()));
    }

    /** What a chapter's page is made of; nothing for a page that is made anew each time. */
    Optional<Digest> of(Page page) {
        return page.kind() == Page.Kind.CHAPTER ? of(page.id()) : Optional.empty();
    }

    /** What is made of a chapter, by the id of its heading. */
    Optional<Digest> of(String chapter) {
        return Optional.ofNullable(chapters.get(chapter))
                .map(digest -> Digests.of(book + " " + chapter + " " + digest.hex()));
    }

    /** What the page of a script is made of. */
    Optional<Digest> of(BookSources.ScriptText script) {
        String made = String.join("\n", book, script.path(), script.description(), script.text());
        return book.isEmpty() ? Optional.empty() : Optional.of(Digests.of(made));
    }

    /** What the cover is drawn of: the facts of the title page, and the theme's fonts. */
    Optional<Digest> cover(BookMeta meta, Theme theme) {
        if (book.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder made = new StringBuilder(meta.toString());
        for (String font : TitlePicture.FONTS) {
            CRC32 checksum = new CRC32();
            checksum.update(theme.bytes("fonts/" + font + ".ttf"));
            made.append(' ').append(checksum.getValue());
        }
        return Optional.of(Digests.of(made.toString()));
    }
}
