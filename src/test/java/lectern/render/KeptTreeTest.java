package lectern.render;

import static lectern.render.SampleBook.chapter;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lectern.model.Digest;
import lectern.text.Digests;
import lectern.text.SourceFiles;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTreeTest {
    private static final Theme THEME = Theme.builtIn();
    private static final String TERM =
            "<span class=\"indexterm\" data-1=\"half\" data-2=\"\" data-3=\"\" data-see=\"\""
                    + " data-see-also=\"\"></span>";
    private static final String FIGURE =
            "<div class=\"imageblock\" id=\"fig\"><div class=\"content\"><img src=\"pic.svg\""
                    + " alt=\"A square\"></div><div class=\"title\">Figure 1. Square</div></div>";
    private static final String ONE =
            chapter(
                    "one",
                    "1. One",
                    "<div class=\"paragraph\"><p>What is a half? See <a href=\"#spot\">it</a>."
                            + "</p></div><div class=\"paragraph\"><p>More of one. "
                            + TERM
                            + "</p></div>"
                            + FIGURE);
    private static final String TWO =
            chapter(
                    "two",
                    "2. Two",
                    "<div class=\"paragraph\"><p>Plain words.<a id=\"spot\"></a></p></div>"
                            + FIGURE.replace("\"fig\"", "\"fig2\"").replace("1. S", "2. S")
                            + "<div class=\"sect2\"><h3 id=\"below\">2.1. Below</h3>"
                            + "<div class=\"paragraph\"><p>A half. "
                            + TERM
                            + "</p></div></div>");
    private static final String INDEX =
            "<div class=\"sect1\"><h2 id=\"index\">Index</h2><div class=\"sectionbody section-index\">"
                    + "</div></div>";

    @TempDir private Path folder;
    private int made;

    private ConvertedBook book(String one, String two) {
        Map<String, Digest> digests =
                Map.of("one", Digests.of(one), "two", Digests.of(two), "index", Digests.of(INDEX));
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" width=\"9\""
                        + " height=\"9\"><clipPath id=\"c\"/><g clip-path=\"url(#c)\"/></svg>";
        SourceFiles.write(folder.resolve("pic.svg"), svg);
        ConvertedBook book = SampleBook.converted(one + two + INDEX);
        return new ConvertedBook(
                book.html(), book.cells(), folder, folder, BookSources.NONE, digests);
    }

    private BookTree whole(String one, String two) {
        return BookTree.of(book(one, two), SampleBook.FORMULAS);
    }

    /** The tree after an edit of the second chapter. */
    private Optional<BookTree> edited(String two) {
        Path file = folder.resolve("tree");
        KeptTree.write(whole(ONE, TWO), "made", file, "test");
        KeptTree kept = KeptTree.read(file, "test").orElseThrow();
        ConvertedBook now = book(ONE, two);
        Set<String> changed = kept.changed(Set.of("one", "two", "index"), now.digests());
        assertThat(changed).containsExactly("two");
        Map<String, String> left = kept.leftOut();
        String html = now.html().replace(ONE, left.get("one")).replace(INDEX, left.get("index"));
        BookTree part = BookTree.of(now.with(html), SampleBook.FORMULAS, kept.cells(), 0);
        return BookTree.of(
                kept,
                part,
                changed,
                now,
                () -> {
                    made++;
                    return whole(ONE, two);
                });
    }

    private static Map<String, Object> seen(BookTree tree) {
        List<Finding> findings = new ArrayList<>();
        SitePlan plan = SitePlan.of(tree);
        Anchors anchors = Anchors.of(plan.outline(), findings);
        PageKeys keys = PageKeys.of(tree, plan, anchors, THEME);
        Map<String, Object> seen = new TreeMap<>();
        for (Page page : plan.outline().pages()) {
            seen.put("page " + page.file(), keys.of(page));
            seen.put("opening " + page.file(), Openings.paragraph(page));
        }
        seen.put("lists", tree.lists());
        seen.put("dead", tree.deadLinks());
        seen.put("missing", tree.missingGlyphs(THEME));
        seen.put("findings", findings);
        int at = 0;
        for (PdfPart part : new PdfTree(tree, "", findings).parts()) {
            seen.put("part " + at++, part.digest());
        }
        return seen;
    }

    @Test
    void editedParagraphIsSeenAsInWholeTreeWithoutMakingIt() {
        String two = TWO.replace("Plain words.", "Other words 看.");

        BookTree tree = edited(two).orElseThrow();

        assertThat(seen(tree)).isEqualTo(seen(whole(ONE, two))).hasSizeGreaterThan(12);
        assertThat(made).isZero();
        assertThat(tree.document().text()).contains("Other words").doesNotContain("More of one");
    }

    @Test
    void drawingsAreNumberedThroughTheBook() {
        BookTree tree = edited(TWO.replace("Plain", "Other")).orElseThrow();

        assertThat(tree.document().select("#two clipPath, #two clippath").eachAttr("id"))
                .isEqualTo(
                        whole(ONE, TWO)
                                .document()
                                .select("#two clipPath, #two clippath")
                                .eachAttr("id"));
        assertThat(tree.document().html()).contains("p2-c").doesNotContain("p1-c");
    }

    @Test
    void textOfAnotherChapterIsMadeWhenAskedFor() {
        BookTree tree = edited(TWO.replace("Plain", "Other")).orElseThrow();
        Element one = tree.content().selectFirst("> .sect1");

        assertThat(one.text()).doesNotContain("More of one");
        assertThat(tree.full(one).text()).contains("More of one");
        assertThat(tree.full(one).text()).contains("What is a half?");
        assertThat(made).isEqualTo(1);
    }

    @Test
    void charactersOfChaptersThatAreLeftOutAreLookedAt() {
        String strange = ONE.replace("More of one", "More \u16a0 of one");
        KeptTree.write(whole(strange, TWO), "made", folder.resolve("tree"), "test");
        KeptTree kept = KeptTree.read(folder.resolve("tree"), "test").orElseThrow();
        BookTree tree =
                BookTree.of(
                                kept,
                                BookTree.of(book("", ""), SampleBook.FORMULAS),
                                Set.of(),
                                book(strange, TWO),
                                () -> whole(strange, TWO))
                        .orElseThrow();

        assertThat(tree.missingGlyphs(THEME))
                .isNotEmpty()
                .isEqualTo(whole(strange, TWO).missingGlyphs(THEME));
    }

    @Test
    void footnotesInCellsOfTablesKeepTheirText() {
        String cell =
                ONE.replace(
                        "</p></div>",
                        "</p></div><div id=\"footnotes\"><div class=\"footnote\""
                                + " id=\"_footnotedef_1\">In a cell.</div></div>");
        KeptTree.write(whole(cell, TWO), "made", folder.resolve("tree"), "test");
        KeptTree kept = KeptTree.read(folder.resolve("tree"), "test").orElseThrow();
        BookTree part = BookTree.of(book("", ""), SampleBook.FORMULAS);
        BookTree tree =
                BookTree.of(kept, part, Set.of(), book(cell, TWO), () -> whole(cell, TWO))
                        .orElseThrow();

        assertThat(Footnotes.of(tree.document()).body("_footnotedef_1").text())
                .isEqualTo("In a cell.");
    }

    @Test
    void whatShowsElsewhereTakesTheWholeTree() {
        assertThat(edited(TWO.replace("<a id=\"spot\"></a>", "<a id=\"new\"></a>"))).isEmpty();
        assertThat(edited(TWO.replace("data-1=\"half\"", "data-1=\"third\""))).isEmpty();
        assertThat(edited(TWO.replace("pic.svg", "none.svg"))).isEmpty();
        assertThat(edited(TWO.replace("id=\"below\"", "id=\"under\""))).isEmpty();
    }

    @Test
    void anotherProgramKeptNothing() {
        KeptTree.write(whole(ONE, TWO), "made", folder.resolve("tree"), "test");

        assertThat(KeptTree.read(folder.resolve("tree"), "another")).isEmpty();
        assertThat(KeptTree.read(folder.resolve("none"), "test")).isEmpty();
    }
}
