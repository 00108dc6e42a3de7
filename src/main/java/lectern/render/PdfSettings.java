package lectern.render;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.model.Digest;
import lectern.pdf.PieceShelf;
import lectern.text.Digests;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.nodes.Element;

/** Says what the pages of a book depend on beside its text: program, theme and what all share. */
final class PdfSettings {
    private PdfSettings() {}

    /** A text that changes when any of it does. */
    static String of(BookTree tree, Theme theme) {
        StringBuilder settings = new StringBuilder("pages " + PieceShelf.VERSION + "\n");
        settings.append(program(PdfSettings.class)).append('\n');
        settings.append(program(PdfBoxRenderer.class)).append('\n');
        settings.append(program(PDDocument.class)).append('\n');
        settings.append(tree.print()).append('\n').append(tree.meta()).append('\n');
        for (Element around :
                List.of(tree.document().child(0), tree.document().body(), tree.content())) {
            settings.append(around.attributes()).append('\n');
        }
        for (String sheet : PdfHead.sheets(tree.print())) {
            settings.append(theme.text(sheet)).append('\n');
        }
        return settings + faces(theme);
    }

    /** A text that changes when a font does. */
    static String faces(Theme theme) {
        StringBuilder faces = new StringBuilder();
        for (String file : PdfFonts.files()) {
            faces.append(file).append(' ');
            Optional<Path> own = theme.file(file);
            faces.append(own.map(Digests::ofFile).map(Digest::hex).orElse("built in")).append('\n');
        }
        return faces.toString();
    }

    /** Where a class comes from, with what changes when that is built anew. */
    private static String program(Class<?> from) {
        try {
            Path place = Path.of(from.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isRegularFile(place)) {
                return state(place);
            }
            Path classes = place.resolve(from.getPackageName().replace('.', '/')).getParent();
            try (Stream<Path> files = Files.walk(classes)) {
                return files.filter(Files::isRegularFile)
                        .sorted()
                        .map(PdfSettings::state)
                        .reduce("", (all, one) -> all + one + " ");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("looking at the program", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program lies at no path", e);
        }
    }

    private static String state(Path file) {
        return file.getFileName()
                + " "
                + file.toFile().length()
                + " "
                + file.toFile().lastModified();
    }
}
