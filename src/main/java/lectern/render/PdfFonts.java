package lectern.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lectern.pdf.FontShelf;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * The fonts of the printed book, read only when a text asks for them.
 *
 * <p>They serve the text alone: declared by {@code @font-face} they would serve pictures too, where
 * the engine mixes up the faces of a family. Pictures take theirs from AWT.
 */
final class PdfFonts {

    private record Face(String file, String family, int weight, FontStyle style) {}

    private static final List<Face> FACES =
            List.of(
                    new Face("SourceSerif4-Regular", "Source Serif 4", 400, FontStyle.NORMAL),
                    new Face("SourceSerif4-Italic", "Source Serif 4", 400, FontStyle.ITALIC),
                    new Face("SourceSerif4-Bold", "Source Serif 4", 700, FontStyle.NORMAL),
                    new Face("SourceSerif4-BoldItalic", "Source Serif 4", 700, FontStyle.ITALIC),
                    new Face("SourceSans3-Regular", "Source Sans 3", 400, FontStyle.NORMAL),
                    new Face("SourceSans3-Italic", "Source Sans 3", 400, FontStyle.ITALIC),
                    new Face("SourceSans3-SemiBold", "Source Sans 3", 600, FontStyle.NORMAL),
                    new Face("SourceSans3-Bold", "Source Sans 3", 700, FontStyle.NORMAL),
                    new Face("JetBrainsMono-Regular", "JetBrains Mono", 400, FontStyle.NORMAL),
                    new Face("JetBrainsMono-Italic", "JetBrains Mono", 400, FontStyle.ITALIC),
                    new Face("JetBrainsMono-Bold", "JetBrains Mono", 700, FontStyle.NORMAL),
                    new Face("NotoSansSC-Regular", "Noto Sans SC", 400, FontStyle.NORMAL),
                    new Face("NotoSansSC-Bold", "Noto Sans SC", 700, FontStyle.NORMAL));

    private PdfFonts() {}

    /** All of them, by the index of the face. */
    static FontShelf shelf(Theme theme) {
        List<Supplier<byte[]>> files = new ArrayList<>();
        for (Face face : FACES) {
            files.add(() -> PlainFont.of(theme.bytes(path(face))));
        }
        return new FontShelf(files);
    }

    static void register(PdfRendererBuilder builder, FontShelf shelf) {
        for (int i = 0; i < FACES.size(); i++) {
            int index = i;
            Face face = FACES.get(i);
            builder.useFont(
                    new PDFontSupplier(null) {
                        @Override
                        public PDFont supply() {
                            return shelf.font(index);
                        }
                    },
                    face.family(),
                    face.weight(),
                    face.style(),
                    true);
        }
    }

    /** Where the fonts are in the theme. */
    static List<String> files() {
        return FACES.stream().map(PdfFonts::path).toList();
    }

    private static String path(Face face) {
        return "fonts/" + face.file() + ".ttf";
    }
}
