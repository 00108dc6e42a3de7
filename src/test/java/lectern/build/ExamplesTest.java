package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as an example that a reader can run. */
class ExamplesTest {
    @TempDir Path root;

    private void script(String file, String text) throws IOException {
        Path path = root.resolve("scripts").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }

    @Test
    void classesInPackagesAndTheLibraryAreNoExamples() throws IOException {
        script("part/RunMe.java", "//JAVA 17+\n//SOURCES small/Part.java\nclass RunMe {}\n");
        script("part/small/Part.java", "package small;\n\npublic final class Part {}\n");
        script("lib/Table.java", "final class Table {}\n");

        var layout = BookLayout.of(root.resolve("notes/book.adoc"), root.resolve("target"));

        assertThat(Examples.of(layout).scripts())
                .extracting(script -> script.alias())
                .containsExactly("run-me");
    }
}
