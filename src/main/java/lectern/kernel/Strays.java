package lectern.kernel;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import lectern.text.SourceFiles;

/**
 * Tells which files of a book changed, by name, size and time; for systems where a program cannot
 * be kept from writing to them.
 */
final class Strays {
    private final Path root;
    private final Path ours;
    private final Map<String, String> before;

    private Strays(Path root, Path ours) throws IOException {
        this.root = root;
        this.ours = ours;
        this.before = look();
    }

    /** Remember how the files of a book look, those below {@code ours} aside. */
    static Strays watch(Path root, Path ours) throws IOException {
        return new Strays(root, ours);
    }

    /** Files that came, changed or went since, in order. */
    List<String> changed() throws IOException {
        Map<String, String> after = look();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return List.copyOf(names);
    }

    private Map<String, String> look() throws IOException {
        Map<String, String> seen = new TreeMap<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        boolean other =
                                folder.equals(ours)
                                        || folder.getFileName() != null
                                                && folder.getFileName().toString().equals(".git");
                        return other ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        seen.put(
                                SourceFiles.relative(root, file),
                                attributes.size() + " " + attributes.lastModifiedTime());
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return seen;
    }
}
