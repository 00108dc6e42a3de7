package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.model.Diagnostic;
import lectern.script.Script;
import lectern.script.ScriptReader;

/**
 * All scripts of a book that a reader can run, in a note or not: those in the part folders of
 * {@code scripts}, its folder {@code lib} aside.
 *
 * @param scripts by path
 * @param findings of reading them
 */
public record Examples(List<Script> scripts, List<Diagnostic> findings) {
    /** Part and file; deeper files are Java packages that belong to an example. */
    private static final int DEPTH = 2;

    /** Find the examples of a book. */
    public static Examples of(BookLayout layout) {
        Path folder = layout.root().resolve("scripts");
        List<Script> scripts = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Path file : files(folder)) {
            ScriptReader.Reading reading = ScriptReader.read(layout.root(), file);
            scripts.add(reading.script());
            findings.addAll(reading.findings());
        }
        return new Examples(List.copyOf(scripts), List.copyOf(findings));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(folder.resolve("lib")))
                    .filter(file -> folder.relativize(file).getNameCount() <= DEPTH)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + folder, e);
        }
    }

    /** The example of an alias, or of a path of its script. */
    public Optional<Script> named(String name) {
        Path path = Path.of(name).toAbsolutePath().normalize();
        return scripts.stream()
                .filter(script -> script.alias().equals(name) || script.file().equals(path))
                .findFirst();
    }
}
