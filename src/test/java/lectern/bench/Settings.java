package lectern.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the one who runs the benchmark asked for.
 *
 * @param root of the checkout
 * @param rounds runs of each command
 * @param progit checkout of Pro Git 2, where there is one
 * @param maven a Maven of 3.9 or later, where one was named
 * @param only names of the rows to measure, as a pattern; what a row needs must be in it too
 */
record Settings(Path root, int rounds, Optional<Path> progit, Optional<Path> maven, Pattern only) {

    /**
     * Read {@code -Dbench.root}, {@code -Dn}, {@code -Dprogit}, {@code -Dmaven39} and {@code
     * -Donly}.
     */
    static Settings ofSystem() {
        return new Settings(
                Path.of(System.getProperty("bench.root", "")).toAbsolutePath().normalize(),
                Integer.parseInt(System.getProperty("n", "3")),
                folder("progit"),
                folder("maven39"),
                Pattern.compile(System.getProperty("only", "")));
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
