package lectern.render;

import static lectern.render.SampleBook.chapter;
import static lectern.render.SampleBook.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs may expect of the PDF. */
class PdfValidityTest {
    private static final String BODY =
            paragraph("Plain, <em>slanted</em>, <strong>bold</strong>, <code>code</code>, 显存.")
                    + paragraph("A formula \uE000x\uE001 and <a href=\"#a\">Chapter 1</a>.");

    @TempDir Path folder;

    private Path write() {
        Path file = folder.resolve("book.pdf");
        new PdfWriter(Theme.builtIn()).write(SampleBook.tree(chapter("a", "1. One", BODY)), file);
        return file;
    }

    @Test
    void everyFontIsEmbeddedAndCutToWhatIsUsed() throws IOException {
        Set<String> names = new HashSet<>();
        try (PDDocument document = Loader.loadPDF(write().toFile())) {
            for (PDPage page : document.getPages()) {
                for (COSName key : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(key);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    names.add(font.getName());
                }
            }
        }
        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(name -> name.matches("[A-Z]{6}\\+.+"))
                .anyMatch(name -> name.endsWith("NotoSansSC-Regular"));
        assertThat(Files.size(folder.resolve("book.pdf"))).isLessThan(200_000);
    }

    @Test
    void metadataSaysThatTheFileIsAccessible() throws IOException {
        try (PDDocument document = Loader.loadPDF(write().toFile())) {
            String xmp =
                    new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            StandardCharsets.UTF_8);
            assertThat(xmp).contains("pdfuaid:part", "Systems");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
        }
    }

    @Test
    void qpdfHasNothingToSay() throws IOException, InterruptedException {
        assumeTrue(onPath("qpdf"), "qpdf is not here");
        Path said = folder.resolve("said.txt");
        Process qpdf =
                new ProcessBuilder("qpdf", "--check", write().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        int code = qpdf.waitFor();
        assertThat(Files.readString(said))
                .contains("No syntax or stream encoding errors found")
                .doesNotContain("WARNING");
        assertThat(code).isZero();
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
