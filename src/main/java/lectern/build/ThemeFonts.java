package lectern.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.fonts.AwtFonts;
import lectern.text.SourceFiles;

/** Puts the theme's fonts under AWT, from the book's own theme or out of the jar. */
final class ThemeFonts {
    private static final String FOLDER = "docs-theme/fonts";
    private static final List<String> FILES =
            List.of(
                    "JetBrainsMono-Bold.ttf",
                    "JetBrainsMono-Regular.ttf",
                    "NotoSansSC-Bold.ttf",
                    "NotoSansSC-Regular.ttf",
                    "SourceSans3-Bold.ttf",
                    "SourceSans3-Regular.ttf",
                    "SourceSans3-SemiBold.ttf",
                    "SourceSerif4-Italic.ttf",
                    "SourceSerif4-Regular.ttf");

    private ThemeFonts() {}

    /** Install the fonts; must come before anything is drawn. */
    static void install(BookLayout layout) {
        Path own = layout.root().resolve(FOLDER);
        Path fonts = Files.isDirectory(own) ? own : unpacked(layout.cache().resolve("fonts"));
        AwtFonts.install(fonts, layout.cache().resolve("awt"));
    }

    private static Path unpacked(Path folder) {
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                SourceFiles.write(file, bytes(name));
            }
        }
        return folder;
    }

    private static byte[] bytes(String name) {
        String resource = "/" + FOLDER + "/" + name;
        try (InputStream in = ThemeFonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its font " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
