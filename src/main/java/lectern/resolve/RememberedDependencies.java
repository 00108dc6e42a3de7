package lectern.resolve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lectern.script.Dependencies;
import lectern.script.Resolved;
import lectern.script.Script;
import lectern.text.Digests;
import lectern.text.SourceFiles;

/**
 * Remembers which files dependencies came to, so that a resolver and its libraries are loaded only
 * for what is new. An answer holds as long as every file has the size and time that it had.
 */
public final class RememberedDependencies implements Dependencies {
    private static final Object FINDING = new Object();

    private final Path folder;
    private final Supplier<Resolver> resolver;

    /**
     * Remember answers in a folder.
     *
     * @param resolver made when something is asked for the first time
     */
    public RememberedDependencies(Path folder, Supplier<Resolver> resolver) {
        this.folder = folder;
        this.resolver = resolver;
    }

    /** Finds the files of pinned coordinates, transitively. */
    @FunctionalInterface
    public interface Resolver {
        /**
         * Resolve coordinates as JBang writes them.
         *
         * @throws lectern.script.UnresolvedDependency when one cannot be had
         */
        List<Resolved> resolve(List<String> coordinates);
    }

    @Override
    public List<Resolved> resolve(Script script) {
        if (script.dependencies().isEmpty()) {
            return List.of();
        }
        String question = String.join("\n", script.dependencies());
        Path answer = folder.resolve(Digests.of(question).hex().substring(0, 16) + ".tsv");
        return remembered(answer).orElseGet(() -> found(answer, script.dependencies()));
    }

    /** Threads that ask the same at one time wait for one answer. */
    private List<Resolved> found(Path answer, List<String> coordinates) {
        synchronized (FINDING) {
            return remembered(answer)
                    .orElseGet(
                            () -> {
                                List<Resolved> found = resolver.get().resolve(coordinates);
                                SourceFiles.write(answer, lines(found));
                                return found;
                            });
        }
    }

    private static String lines(List<Resolved> found) {
        StringBuilder text = new StringBuilder();
        found.forEach(
                file ->
                        text.append(
                                String.join(
                                                "\t",
                                                file.coordinates(),
                                                file.file().toString(),
                                                state(file.file()),
                                                file.sha256())
                                        + "\n"));
        return text.toString();
    }

    private static Optional<List<Resolved>> remembered(Path answer) {
        if (!Files.isRegularFile(answer)) {
            return Optional.empty();
        }
        List<Resolved> found = new ArrayList<>();
        for (String line : SourceFiles.lines(answer)) {
            String[] fields = line.split("\t");
            if (fields.length != 4) {
                return Optional.empty();
            }
            Path file = Path.of(fields[1]);
            if (!Files.isRegularFile(file) || !state(file).equals(fields[2])) {
                return Optional.empty();
            }
            found.add(new Resolved(fields[0], file, fields[3]));
        }
        return Optional.of(List.copyOf(found));
    }

    private static String state(Path file) {
        try {
            return Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("looking at " + file, e);
        }
    }
}
