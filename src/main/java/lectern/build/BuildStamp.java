package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.model.ImageUse;
import lectern.model.Note;

/** Knows which files the outputs of a build depend on. */
public final class BuildStamp {
    private BuildStamp() {}

    static Stamp of(BookLayout layout, Set<OutputFormat> formats) {
        String settings =
                formats.stream()
                                .map(OutputFormat::toString)
                                .sorted()
                                .collect(Collectors.joining("+"))
                        + " "
                        + layout.main()
                        + " "
                        + layout.out();
        return new Stamp(layout.cache().resolve("stamp"), settings);
    }

    /** What the last build said, if nothing that it depended on has changed since. */
    public static Optional<String> current(BookLayout layout, Set<OutputFormat> formats) {
        return of(layout, formats).current();
    }

    /** Everything read and the outputs that must still be there. */
    static Collection<Path> files(BookLayout layout, Plans plans, Collection<Path> outputs) {
        Set<Path> files = new TreeSet<>(outputs);
        plans.book().notes().forEach(note -> files.add(layout.root().resolve(note.file())));
        plans.book().included().forEach(file -> files.add(layout.root().resolve(file)));
        plans.scripts()
                .forEach(
                        script -> {
                            files.addAll(script.sources());
                            files.addAll(script.files());
                        });
        plans.book().all(Note::images).stream()
                .map(ImageUse::file)
                .map(layout.root()::resolve)
                .filter(Files::isRegularFile)
                .forEach(files::add);
        files.addAll(below(layout.runs()));
        files.addAll(below(layout.root().resolve("docs-theme")));
        files.add(Program.path()); // a new Lectern builds anew
        files.removeIf(file -> !Files.isRegularFile(file));
        return files;
    }

    private static Set<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + folder, e);
        }
    }
}
