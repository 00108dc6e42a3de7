package lectern.fonts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Puts the book's fonts under AWT, so that text has the same geometry on every machine.
 *
 * <p>A JDK on a Linux without any font cannot draw: it fails with {@code Fontconfig head is null}.
 * A font configuration of our own, named before AWT is first touched, cures that and also keeps
 * whatever fonts the system has out of the measurements. On other systems the fonts are only
 * registered.
 */
public final class AwtFonts {

    private static final String CHINESE_FILE = "NotoSansSC-Regular.ttf";

    private static Path installed;

    private AwtFonts() {}

    /**
     * Make the fonts known; a second call with the same folder does nothing.
     *
     * <p>Call it before any class of AWT is used: the configuration is read once per process.
     *
     * @param fonts folder with the {@code .ttf} files
     * @param work folder for the font configuration; made when missing
     * @throws UncheckedIOException if a font is missing or broken, or the folder cannot be written
     */
    public static synchronized void install(Path fonts, Path work) {
        Path folder = fonts.toAbsolutePath().normalize();
        if (folder.equals(installed)) {
            return;
        }
        System.setProperty("java.awt.headless", "true");
        try {
            List<Path> files = fontFiles(folder);
            if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
                Path configuration = LogicalFonts.write(folder, work);
                System.setProperty("sun.awt.fontconfig", configuration.toString());
            }
            for (Path file : files) {
                register(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        installed = folder;
    }

    private static List<Path> fontFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> fonts = files.filter(f -> f.toString().endsWith(".ttf")).sorted().toList();
            if (!fonts.contains(folder.resolve(CHINESE_FILE))) {
                throw new IOException("no " + CHINESE_FILE + " in " + folder);
            }
            return fonts;
        }
    }

    private static void register(Path file) throws IOException {
        try {
            Font font = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
        } catch (FontFormatException e) {
            throw new IOException("not a TrueType font: " + file, e);
        }
    }
}
