package lectern.note;

import java.nio.file.Path;
import java.util.Locale;

/** Tells notes from other files by their name. */
public final class AsciidocFiles {
    private AsciidocFiles() {}

    /** Whether a path ends as AsciiDoc files do. */
    public static boolean isNote(Path path) {
        return path.getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .matches(".*\\.(adoc|asciidoc|asc|ad)");
    }
}
