package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.build.FormatParity.Declared;
import lectern.model.Diagnostic;
import lectern.render.BookTree;
import lectern.render.ConvertedBook;
import lectern.render.Countable;
import lectern.render.Inventory;
import lectern.render.SiteWriter;
import lectern.render.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatParityTest {
    private static final String NOTE = "notes/book.adoc";

    @TempDir Path folder;

    private Inventory inventory(String body) {
        String html = "<html><body><div id=\"content\">" + body + "</div></body></html>";
        BookTree tree =
                BookTree.of(
                        new ConvertedBook(html, Map.of(), folder, folder), (latex, display) -> "");
        return new SiteWriter(Theme.builtIn()).write(tree, folder.resolve("site")).inventory();
    }

    private Map<OutputFormat, Inventory> formats() {
        String figure = "<div class=\"imageblock\"><div class=\"content\">x</div></div>";
        return new TreeMap<>(
                Map.of(
                        OutputFormat.HTML, inventory(figure + figure),
                        OutputFormat.EPUB, inventory(figure + figure),
                        OutputFormat.PDF, inventory(figure)));
    }

    @Test
    void lostFigureIsAnError() {
        assertThat(FormatParity.findings(NOTE, formats()))
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "notes/book.adoc:1:1: error: the html has 2 figures, the pdf has 1"
                                + " [parity]");
    }

    @Test
    void declaredDifferenceIsNone() {
        Declared meant = new Declared(Countable.FIGURES, OutputFormat.PDF, "for this test");
        assertThat(FormatParity.findings(NOTE, formats(), List.of(meant))).isEmpty();
    }

    @Test
    void equalFormatsAndOneFormatAloneHaveNoFindings() {
        Map<OutputFormat, Inventory> formats = formats();
        formats.put(OutputFormat.PDF, formats.get(OutputFormat.HTML));
        assertThat(FormatParity.findings(NOTE, formats)).isEmpty();
        assertThat(FormatParity.findings(NOTE, Map.of(OutputFormat.PDF, inventory("")))).isEmpty();
    }
}
