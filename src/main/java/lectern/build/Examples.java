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
import lectern.text.SourceFiles;

/**
 * All scripts of a book that a reader can run, in a note or not: those below {@code scripts}, its
 * folder {@code lib} and classes in packages aside.
 *
 * @param scripts by path
 * @param findings of reading them
 */
public record Examples(List<Script> scripts, List<Diagnostic> findings) {

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
                    .filter(file -> !isPartOfPackage(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + folder, e);
        }
    }

    /** Whether a file belongs to a package, and thus to the example that names it as a source. */
    private static boolean isPartOfPackage(Path file) {
        return SourceFiles.lines(file).stream().anyMatch(line -> line.startsWith("package "));
    }

    /** The example of an alias, or of a path of its script. */
    public Optional<Script> named(String name) {
        Path path = Path.of(name).toAbsolutePath().normalize();
        return scripts.stream()
                .filter(script -> script.alias().equals(name) || script.file().equals(path))
                .findFirst();
    }
}
