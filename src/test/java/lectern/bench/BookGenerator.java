package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a book of about 260 A4 pages; the same bytes every time. */
final class BookGenerator {
    static final int CHAPTERS = 20;

    private BookGenerator() {}

    /** Write the book into a folder and return its main note. */
    static Path write(Path folder) throws IOException {
        StringBuilder main = new StringBuilder();
        main.append("= A Generated Book\n:doctype: book\n:toc:\n:sectnums:\n:stem: latexmath\n");
        main.append(":listing-caption: Listing\n:xrefstyle: short\n:source-language: java\n");
        Files.createDirectories(folder);
        for (int number = 1; number <= CHAPTERS; number++) {
            String name = String.format(Locale.ROOT, "chapter-%02d.adoc", number);
            Files.writeString(folder.resolve(name), GeneratedChapter.text(number, CHAPTERS));
            main.append("\ninclude::").append(name).append("[]\n");
        }
        return Files.writeString(folder.resolve("generated.adoc"), main);
    }
}
