package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes a book of forty cells, each with a trivial script of its own. The first draws a figure, as
 * a book without one is refused.
 */
final class FortyCells {
    static final int CELLS = 40;

    private static final String FIGURE =
            """

                    Path figure = Path.of(System.getProperty("lectern.out"), "fig-points.json");
                    Files.writeString(figure, ""\"
                            {"alt":"Two points.","width":640,"height":400,"plot":{"kind":"plot",
                            "data":{"x":[1,2],"y":[1,2]},"mapping":{"x":"x","y":"y"},
                            "layers":[{"geom":"point"}],"scales":[]}}
                            ""\");\
            """;

    private FortyCells() {}

    /** Write the book into a folder and return its main note. */
    static Path write(Path folder) throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Path scripts = Files.createDirectories(folder.resolve("scripts"));
        StringBuilder main = new StringBuilder("= Forty Cells\n:doctype: book\n\n== Cells\n");
        for (int number = 1; number <= CELLS; number++) {
            String name = String.format(Locale.ROOT, "Cell%02d", number);
            Files.writeString(scripts.resolve(name + ".java"), script(name, number));
            main.append("\n[#")
                    .append(name.toLowerCase(Locale.ROOT))
                    .append(".cell]\n.Cell ")
                    .append(number)
                    .append("\n[source,java,indent=0]\n----\ninclude::{scripts}/")
                    .append(name)
                    .append(".java[tag=main]\n----\n");
        }
        return Files.writeString(notes.resolve("book.adoc"), main);
    }

    private static String script(String name, int number) {
        return """
                //JAVA 17+
                //DESCRIPTION Print %d.

                import java.nio.file.Files;
                import java.nio.file.Path;

                class %s {
                    // tag::main[]
                    public static void main(String[] args) throws Exception {
                        System.out.println("number %d");%s
                    }
                    // end::main[]
                }
                """
                .formatted(number, name, number, number == 1 ? FIGURE : "");
    }
}
