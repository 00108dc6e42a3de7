package lectern.fonts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Writes the font configuration of a JDK on Linux, in which the logical families are the book's.
 *
 * <p>{@code SansSerif} becomes Source Sans 3 with Noto Sans SC for what it lacks, {@code Serif} and
 * {@code Monospaced} alike: the same fallback that the style sheets name, so that AWT measures what
 * a reader sees. The format is internal to the JDK; {@code AwtFontsTest} says whether it still is
 * read.
 */
final class LogicalFonts {

    private static final List<Family> FAMILIES =
            List.of(
                    new Family("serif", "SourceSerif4", "BoldItalic"),
                    new Family("sansserif", "SourceSans3", "Bold"),
                    new Family("monospaced", "JetBrainsMono", "Bold"),
                    new Family("dialog", "SourceSans3", "Bold"),
                    new Family("dialoginput", "JetBrainsMono", "Bold"));

    private LogicalFonts() {}

    /**
     * Write the configuration, whole or not at all.
     *
     * @param fonts absolute folder of the font files
     * @param work folder to write into; made when missing
     * @return the file for the system property {@code sun.awt.fontconfig}
     */
    static Path write(Path fonts, Path work) throws IOException {
        Files.createDirectories(work);
        Path file = work.toAbsolutePath().normalize().resolve("fontconfig.properties");
        Path draft = Files.createTempFile(work, "fontconfig", ".tmp");
        Files.writeString(draft, configuration(fonts), StandardCharsets.ISO_8859_1);
        return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static String configuration(Path fonts) {
        var lines = new StringBuilder("version=1\nsequence.allfonts=latin,chinese\n");
        for (Family family : FAMILIES) {
            style(lines, fonts, family, "plain", "Regular", "Regular");
            style(lines, fonts, family, "bold", "Bold", "Bold");
            style(lines, fonts, family, "italic", "Italic", "Regular");
            style(lines, fonts, family, "bolditalic", family.boldItalic(), "Bold");
        }
        return lines.toString();
    }

    private static void style(
            StringBuilder lines,
            Path fonts,
            Family family,
            String style,
            String weight,
            String chineseWeight) {
        String latin = family.files() + "-" + weight;
        String chinese = "NotoSansSC-" + chineseWeight;
        String key = family.logical() + "." + style;
        lines.append(key).append(".latin=").append(latin).append('\n');
        lines.append(key).append(".chinese=").append(chinese).append('\n');
        for (String font : List.of(latin, chinese)) {
            String path = escaped(fonts.resolve(font + ".ttf").toString());
            lines.append("filename.").append(font).append('=').append(path).append('\n');
        }
    }

    /** Property files are Latin-1; a folder with a Chinese name needs escapes. */
    private static String escaped(String value) {
        var escaped = new StringBuilder();
        for (char c : value.toCharArray()) {
            if (c == '\\') {
                escaped.append("\\\\");
            } else if (c < 0x7F) {
                escaped.append(c);
            } else {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return escaped.toString();
    }

    /** A logical family, the files that stand for it, and which of them is its bold italic. */
    private record Family(String logical, String files, String boldItalic) {}
}
