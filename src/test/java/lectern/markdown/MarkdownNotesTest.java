package lectern.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lectern.text.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole notes, clean and dirty, come out as the same documents. */
class MarkdownNotesTest {
    private static final Path NOTES = Path.of("src/test/resources/markdown/notes");

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
