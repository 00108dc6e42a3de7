package lectern.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lectern.text.SourceFiles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole notes, clean and dirty, come out as the same documents. */
class MarkdownNotesTest {
    private static final Path NOTES = Path.of("src/test/resources/markdown/notes");
    private static final Path DIRTY = Path.of("src/test/resources/markdown/dirty");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accidents",
                "chinese",
                "code",
                "gfm",
                "headings",
                "html",
                "lists",
                "nesting"
            })
    void noteBecomesTheSameDocument(String name) {
        same(SourceFiles.read(NOTES.resolve(name + ".md")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accidents-more",
                "callouts",
                "chinese-marks",
                "code-odd",
                "crlf",
                "emoji-wiki",
                "footnotes",
                "headings-odd",
                "html-bits",
                "lists-mixed",
                "matter",
                "quotes-nested",
                "tables"
            })
    void dirtyNoteBecomesTheSameDocumentWithWorkingLinks(String name) {
        String markdown = SourceFiles.read(DIRTY.resolve(name + ".md"));
        same(markdown);
        Element page =
                Jsoup.parseBodyFragment(Asciidoctors.convert(Comparison.of(markdown).note()).html())
                        .body();
        assertThat(page.select("a[href^=#]").eachAttr("href"))
                .allSatisfy(link -> assertThat(page.getElementById(link.substring(1))).isNotNull());
    }

    @Test
    void linkToTheWordsOfAHeadingLeadsToIt() {
        assertThat(note("See [it](#第二节：代价).\n\n## 第二节：代价\n"))
                .isEqualTo("See xref:#第二节：代价[it].\n\n[#第二节：代价]\n== 第二节：代价\n");
    }

    @Test
    void definitionThatNothingUsesIsKeptInAComment() {
        ImportedNote note =
                new MarkdownImporter(false).convert("[a]\n\n[a]: x\n[b]: y 'T'\n\n[^c]: z\n");
        assertThat(note.text()).isEqualTo("link:x[a]\n\n// [b]: y 'T'\n\n// [^c]: z\n");
        assertThat(note.losses())
                .containsExactly(
                        new Loss(6, "footnote", "nothing refers to it; kept in a comment"));
    }

    @Test
    void commentIsKeptAndIsNoLoss() {
        ImportedNote note = new MarkdownImporter(false).convert("a\n\n<!-- two\nlines -->\n\nb\n");
        assertThat(note.text()).isEqualTo("a\n\n// two\n// lines\n\nb\n");
        assertThat(note.losses()).isEmpty();
    }

    @Test
    void attributesOfAMacroAreNotTakenForThoseOfTheNextMark() {
        assertThat(note("[a](b.html)**c**`d`\n")).isEqualTo("link:b.html[a]{empty}**c**`d`\n");
    }

    @Test
    void bracketBeforeARoleIsNotTakenForItsBeginning() {
        String markdown = "[ ~~a~~ ] and [*~~b~~*] and [c](d.html)\n";
        same(markdown);
        assertThat(note(markdown))
                .isEqualTo(
                        "&#91; [.line-through]#a# ] and &#91;__[.line-through]##b##__] and"
                                + " link:d.html[c]\n");
    }

    @Test
    void mailboxBetweenBlanksStaysAsItIs() {
        assertThat(note("Write to me@x.org.\n邮箱：a@b.co，好\n"))
                .isEqualTo(
                        "Write to mailto:me@x.org[me&#64;x.org].\n邮箱：mailto:a@b.co[a&#64;b.co]，好\n");
        assertThat(note("Write to me@x.org now\n")).isEqualTo("Write to me@x.org now\n");
    }

    private static String note(String markdown) {
        return new MarkdownImporter(false).convert(markdown).text();
    }

    @Test
    void seedBecomesTheSameDocument() {
        same(SourceFiles.read(Path.of("seeds/map.md")));
    }

    @Test
    void seedReadsAsTheBookShowsIt() {
        String seed = SourceFiles.read(Path.of("seeds/map.md"));
        assertThat(new MarkdownImporter(false).convert(seed, path -> false).text())
                .isEqualTo(SourceFiles.read(Path.of("src/test/resources/markdown/map.adoc")));
    }

    @Test
    void seedIsImportedWithoutLoss() {
        String seed = SourceFiles.read(Path.of("seeds/map.md"));
        assertThat(new MarkdownImporter(false).convert(seed).losses()).isEmpty();
    }

    @Test
    void lineEndsAndByteOrderMarkMakeNoDifference() {
        String text = SourceFiles.read(NOTES.resolve("lists.md"));
        MarkdownImporter importer = new MarkdownImporter(false);
        assertThat(importer.convert("\uFEFF" + text.replace("\n", "\r\n")).text())
                .isEqualTo(importer.convert(text).text());
    }

    private static void same(String markdown) {
        Comparison comparison = Comparison.of(markdown);
        assertThat(comparison.actual()).as(comparison.note()).isEqualTo(comparison.expected());
        assertThat(comparison.messages()).isEmpty();
    }
}
