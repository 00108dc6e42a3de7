package lectern.highlight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of examples: after an introduction, each has a line {@code === name}, the code, a line
 * {@code ---}, the HTML, and an empty line.
 */
record SpecFile(Path path, String introduction, List<Example> examples) {

    /** One piece of code and what it becomes; {@code toString} names the test. */
    record Example(String name, String code, String html) {
        @Override
        public String toString() {
            return name;
        }
    }

    static SpecFile read(Path path) {
        try {
            String[] parts = Files.readString(path).split("(?m)^=== ", -1);
            List<Example> examples = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                int name = parts[i].indexOf('\n');
                int rule = parts[i].indexOf("\n---\n");
                examples.add(
                        new Example(
                                parts[i].substring(0, name),
                                parts[i].substring(name + 1, rule),
                                parts[i].substring(rule + 5).stripTrailing()));
            }
            return new SpecFile(path, parts[0], List.copyOf(examples));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    /** Replace all HTML by what is made now. */
    void overwrite(Highlighter highlighter) throws IOException {
        var text = new StringBuilder(introduction);
        for (Example e : examples) {
            String html = highlighter.highlight(e.code());
            text.append("=== " + e.name() + "\n" + e.code() + "\n---\n" + html + "\n\n");
        }
        Files.writeString(path, text.toString().stripTrailing() + "\n");
    }
}
