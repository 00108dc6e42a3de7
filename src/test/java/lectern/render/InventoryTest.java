package lectern.render;

import static lectern.render.SampleBook.chapter;
import static lectern.render.SampleBook.paragraph;
import static lectern.render.SampleBook.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {
    private static final String CALL =
            "<sup class=\"footnote\">[<a id=\"_footnoteref_1\" class=\"footnote\""
                    + " href=\"#_footnotedef_1\">1</a>]</sup>";
    private static final String AGAIN =
            "<sup class=\"footnoteref\">[<a class=\"footnote\" href=\"#_footnotedef_1\">1</a>]"
                    + "</sup>";
    private static final String NOTE =
            "<div class=\"footnote\" id=\"_footnotedef_1\"><a href=\"#_footnoteref_1\">1</a>."
                    + " With \uE000x\uE001 and <a href=\"#knuth\">[knuth]</a>.</div>";
    private static final String BOOK =
            part("p", "Part")
                    + chapter(
                            "a",
                            "1. One",
                            paragraph("Text" + CALL + " with \uE000y\uE001.")
                                    + "<div class=\"sect2\"><h3 id=\"s\">S</h3>"
                                    + "<table class=\"tableblock\"><tbody><tr><td>1</td></tr>"
                                    + "</tbody></table></div>"
                                    + "<div id=\"ridge-point\" class=\"listingblock cell\"><div"
                                    + " class=\"content\"><pre>x</pre></div></div>"
                                    + "<div class=\"literalblock output\"><div"
                                    + " class=\"content\"><pre>1</pre></div></div>")
                    + chapter(
                            "b",
                            "2. Two",
                            paragraph("Again" + AGAIN + " and <a href=\"#knuth\">[knuth]</a>.")
                                    + "<div class=\"paragraph annotation\"><p>x</p></div>"
                                    + "<div class=\"imageblock\"><div class=\"content\">x</div>"
                                    + "</div>")
                    + chapter(
                            "sources",
                            "Sources",
                            "<div class=\"ulist bibliography\"><ul><li><p><a id=\"knuth\"></a>"
                                    + "[knuth] K.</p></li></ul></div>");

    @TempDir Path folder;

    private static BookTree tree() {
        return SampleBook.tree(BOOK, NOTE, Path.of("."));
    }

    private static void assertCounts(Map<Countable, Integer> counts) {
        assertThat(counts)
                .containsExactly(
                        entry(Countable.CHAPTERS, 3),
                        entry(Countable.SECTIONS, 1),
                        entry(Countable.FIGURES, 1),
                        entry(Countable.TABLES, 1),
                        entry(Countable.EQUATIONS, 2),
                        entry(Countable.CELLS, 1),
                        entry(Countable.OUTPUTS, 1),
                        entry(Countable.FOOTNOTES, 1),
                        entry(Countable.CITATIONS, 2),
                        entry(Countable.ANNOTATIONS, 1));
    }

    @Test
    void siteHoldsWhatTheBookHasAndCountsASharedNoteOnce() {
        assertCounts(new SiteWriter(Theme.builtIn()).write(tree(), folder).inventory().counts());
    }

    @Test
    void epubHoldsWhatTheBookHas() {
        Path file = folder.resolve("x.epub");
        assertCounts(new EpubWriter(Theme.builtIn()).write(tree(), file).inventory().counts());
    }

    @Test
    void pdfHoldsWhatTheBookHas() {
        Path file = folder.resolve("x.pdf");
        assertCounts(new PdfWriter(Theme.builtIn()).write(tree(), file).inventory().counts());
    }
}
