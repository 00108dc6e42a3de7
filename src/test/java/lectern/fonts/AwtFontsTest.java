package lectern.fonts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** AWT reads its configuration once, so the measuring is done by a new JVM. */
class AwtFontsTest {

    private static final Path FONTS = Path.of("docs-theme/fonts");

    @TempDir Path temp;

    @Test
    @EnabledOnOs(OS.LINUX)
    void everyFamilyMeasuresWithOurFontsWhateverTheSystemHas() throws Exception {
        assertThat(probe(FONTS, temp.resolve("工作")))
                .containsExactly(
                        "Source Sans 3 258 69",
                        "Noto Sans SC 287 100",
                        "SansSerif 258 100",
                        "Serif 288 100",
                        "Monospaced 300 100",
                        "No Such Family 258 100");
    }

    @Test
    void folderWithoutTheChineseFontIsRefused() {
        assertThatThrownBy(() -> AwtFonts.install(temp, temp))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith("no NotoSansSC-Regular.ttf in " + temp);
    }

    @Test
    void everyFileOfTheConfigurationExists() {
        List<String> files =
                LogicalFonts.configuration(FONTS)
                        .lines()
                        .filter(line -> line.startsWith("filename."))
                        .map(line -> line.substring(line.indexOf('=') + 1))
                        .toList();
        assertThat(files).hasSize(40).allMatch(file -> Files.exists(Path.of(file)));
    }

    /** The probe's lines; the system's own fonts are hidden from it. */
    private List<String> probe(Path fonts, Path work) throws IOException, InterruptedException {
        Path output = temp.resolve("output");
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AwtFontsProbe.class.getName(),
                        fonts.toString(),
                        work.toString());
        Path noFonts = Files.writeString(temp.resolve("fonts.conf"), "<fontconfig/>");
        builder.environment().put("FONTCONFIG_FILE", noFonts.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }
}
