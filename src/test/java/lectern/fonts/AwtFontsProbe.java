package lectern.fonts;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.file.Path;

/** What {@link AwtFontsTest} runs in a process of its own: measures Latin and Chinese text. */
final class AwtFontsProbe {

    private AwtFontsProbe() {}

    public static void main(String... args) {
        AwtFonts.install(Path.of(args[0]), Path.of(args[1]));
        AwtFonts.install(Path.of(args[0]), Path.of(args[1]));
        measure("Source Sans 3");
        measure("Noto Sans SC");
        measure("SansSerif");
        measure("Serif");
        measure("Monospaced");
        measure("No Such Family");
    }

    private static void measure(String family) {
        var font = new Font(family, Font.BOLD, 100);
        var context = new FontRenderContext(null, true, true);
        long latin = Math.round(font.getStringBounds("width", context).getWidth());
        long chinese = Math.round(font.getStringBounds("宽", context).getWidth());
        System.out.println(family + " " + latin + " " + chinese);
    }
}
