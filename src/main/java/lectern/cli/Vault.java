package lectern.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.markdown.Neighbours;

/**
 * The files among which links of imported notes find their targets. A name in double brackets means
 * the file beside the note, or the one that this path leads to from a folder that is imported, or
 * else the nearest file of this name, as in Obsidian.
 */
final class Vault {
    private final List<Path> roots;
    private final Map<String, List<Path>> byName;

    private Vault(List<Path> roots, Map<String, List<Path>> byName) {
        this.roots = roots;
        this.byName = byName;
    }

    /** Look through the folders and files that are imported. */
    static Vault of(List<Path> sources) {
        List<Path> roots = new ArrayList<>();
        Map<String, List<Path>> byName = new HashMap<>();
        for (Path source : sources) {
            Path place = source.toAbsolutePath().normalize();
            if (Files.isDirectory(place)) {
                roots.add(place);
            }
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(Files::isRegularFile)
                        .forEach(
                                file ->
                                        byName.computeIfAbsent(name(file), key -> new ArrayList<>())
                                                .add(file));
            } catch (IOException e) {
                throw new UncheckedIOException("looking for files in " + source, e);
            }
        }
        return new Vault(roots, byName);
    }

    /** What lies around a file, for the links in it. */
    Neighbours around(Path source) {
        Path folder = source.toAbsolutePath().normalize().getParent();
        return new Neighbours() {
            @Override
            public boolean note(String path) {
                try {
                    return Files.isRegularFile(folder.resolve(path).normalize());
                } catch (InvalidPathException e) {
                    return false;
                }
            }

            @Override
            public Optional<String> named(String name) {
                return find(folder, name)
                        .map(folder::relativize)
                        .map(path -> path.toString().replace('\\', '/'));
            }
        };
    }

    /** The file that a name in double brackets means in a note of a folder. */
    Optional<Path> find(Path folder, String name) {
        return Stream.of(name, name + ".md", name + ".markdown")
                .map(path -> at(folder, path))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Path> at(Path folder, String path) {
        try {
            Path wanted = Path.of(path);
            List<Path> named = byName.getOrDefault(name(wanted), List.of());
            return Stream.concat(
                            Stream.concat(Stream.of(folder), roots.stream())
                                    .map(from -> from.resolve(wanted).normalize())
                                    .filter(named::contains),
                            named.stream()
                                    .filter(file -> endsWith(file, wanted))
                                    .sorted(
                                            Comparator.comparingInt(
                                                            (Path file) -> steps(folder, file))
                                                    .thenComparing(Path::toString)))
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static int steps(Path folder, Path file) {
        return folder.relativize(file).getNameCount();
    }

    private static boolean endsWith(Path file, Path end) {
        return lower(file).endsWith(lower(end));
    }

    private static Path lower(Path path) {
        return Path.of(path.toString().toLowerCase(Locale.ROOT));
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }
}
