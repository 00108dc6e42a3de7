package lectern.render;

import static lectern.render.SampleBook.chapter;
import static lectern.render.SampleBook.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.ValidationResult.ValidationError;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The structure of the PDF as PDFBox Preflight reads it. Preflight holds files to PDF/A-1, which
 * the book does not claim to be: of its errors those on syntax (codes 1 and 1.x) and fonts (codes 3
 * and 3.x) are errors in any PDF, but for one, that PDF/A-1 knows no cross-reference streams.
 */
class PdfPreflightTest {
    private static final String BODY =
            paragraph("Plain, <em>slanted</em>, <strong>bold</strong>, <code>code</code>, 显存.")
                    + paragraph("A formula \uE000x\uE001 and <a href=\"#a\">Chapter 1</a>.");
    private static final String NOT_IN_PDF_A_1 =
            "Trailer Syntax error, /XRef cross reference streams are not allowed";

    @TempDir private Path folder;

    private static List<String> structure(Path pdf) throws IOException {
        ValidationResult result = PreflightParser.validate(pdf.toFile());
        return result.getErrorsList().stream()
                .filter(error -> error.getErrorCode().matches("[13](\\..*)?"))
                .map(ValidationError::getDetails)
                .toList();
    }

    @Test
    void preflightFindsNoFaultInSyntaxAndFonts() throws IOException {
        Path file = folder.resolve("book.pdf");
        new PdfWriter(Theme.builtIn()).write(SampleBook.tree(chapter("a", "1. One", BODY)), file);
        assertThat(structure(file)).containsExactly(NOT_IN_PDF_A_1);
    }

    @Test
    void preflightFindsFaultsWhereThereAreSome() throws IOException {
        Path file = folder.resolve("book.pdf");
        new PdfWriter(Theme.builtIn()).write(SampleBook.tree(chapter("a", "1. One", BODY)), file);
        byte[] bytes = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.pdf");
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 40));
        assertThat(structure(cut)).isNotEmpty().isNotEqualTo(List.of(NOT_IN_PDF_A_1));
    }
}
