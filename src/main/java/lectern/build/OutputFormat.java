package lectern.build;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a book can be built as. */
public enum OutputFormat {
    HTML,
    EPUB,
    PDF,
    /** What lets examples run in the pages of the site; nothing without it. */
    MODULES;

    /** The format of a name as it is printed. */
    public static Optional<OutputFormat> of(String name) {
        return Arrays.stream(values()).filter(f -> f.toString().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
