package lectern.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the one who runs the benchmark asked for.
 *
 * @param root of the checkout
 * @param rounds runs of each command
 * @param progit checkout of Pro Git 2, where there is one
 * @param maven a Maven of 3.9 or later, where one was named
 */
record Settings(Path root, int rounds, Optional<Path> progit, Optional<Path> maven) {

    /** Read {@code -Dbench.root}, {@code -Dn}, {@code -Dprogit} and {@code -Dmaven39}. */
    static Settings ofSystem() {
        return new Settings(
                Path.of(System.getProperty("bench.root", "")).toAbsolutePath().normalize(),
                Integer.parseInt(System.getProperty("n", "3")),
                folder("progit"),
                folder("maven39"));
    }

    private static Optional<Path> folder(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(value -> !value.isBlank())
                .map(value -> Path.of(value).toAbsolutePath().normalize());
    }

    /** Folder that everything measured lies in. */
    Path bench() {
        return root.resolve("target").resolve("bench");
    }

    /** The command that a user types, before its arguments. */
    Path jar() {
        return root.resolve("target").resolve("lectern.jar");
    }
}
