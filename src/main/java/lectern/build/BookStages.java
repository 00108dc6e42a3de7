package lectern.build;

import java.util.List;
import lectern.convert.Conversion;
import lectern.render.BookSources;
import lectern.render.ConvertedBook;
import lectern.weave.Weaver;
import lectern.weave.WovenNote;

/** The steps between drawing and rendering that a build and a live book share. */
record BookStages(BookLayout layout, Plans plans, Drawings drawings, boolean inPage) {

    /** The steps for pages that run nothing themselves. */
    BookStages(BookLayout layout, Plans plans, Drawings drawings) {
        this(layout, plans, drawings, false);
    }

    /** All notes with their runs woven in, in order of the book. */
    List<WovenNote> woven() {
        Weaver weaver =
                new Weaver(
                        plans.book(),
                        plans.plan().runs(),
                        drawings::target,
                        drawings::altText,
                        drawings::sources);
        return plans.book().notes().stream().map(weaver::weave).toList();
    }

    /** What the engine made of them, with what the pages show beside it. */
    ConvertedBook converted(Conversion conversion) {
        return converted(conversion.html());
    }

    /** A text, with what the pages show beside it. */
    ConvertedBook converted(String html) {
        return converted(html, PageSources.of(layout, plans));
    }

    /**
     * What the engine made of some of them, to take its place in a tree that knows where pages come
     * from.
     */
    ConvertedBook part(Conversion conversion) {
        return converted(conversion.html(), BookSources.NONE);
    }

    private ConvertedBook converted(String html, BookSources sources) {
        return new ConvertedBook(
                html,
                CellCards.of(layout, plans, inPage),
                layout.notes(),
                drawings.folder(),
                sources);
    }
}
