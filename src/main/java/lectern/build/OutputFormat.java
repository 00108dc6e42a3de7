package lectern.build;

import java.util.Locale;

/** What a book can be built as. */
public enum OutputFormat {
    HTML,
    PDF;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
