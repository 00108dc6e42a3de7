package lectern.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine: the oldest that the book promises, and the newest that is there. */
final class Jdks {
    /** The release that every example claims to run on. */
    static final int OLDEST = 17;

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private Jdks() {}

    /** Home of the JDK 17, if there is one. */
    static Optional<Path> oldest() {
        return Optional.ofNullable(byRelease().get(OLDEST));
    }

    /** Home of the newest JDK after 17, if there is one. */
    static Optional<Path> newest() {
        return Optional.ofNullable(byRelease().tailMap(OLDEST, false).lastEntry())
                .map(entry -> entry.getValue());
    }

    private static TreeMap<Integer, Path> byRelease() {
        TreeMap<Integer, Path> found = new TreeMap<>();
        for (Path home : candidates()) {
            release(home).ifPresent(release -> found.putIfAbsent(release, home));
        }
        return found;
    }

    private static List<Path> candidates() {
        List<Path> homes = new ArrayList<>();
        homes.add(Path.of(System.getProperty("java.home")));
        Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).ifPresent(homes::add);
        homes.addAll(below(Path.of("/usr/lib/jvm")));
        homes.addAll(below(Path.of(System.getProperty("user.home"), ".sdkman/candidates/java")));
        return homes;
    }

    private static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Integer> release(Path home) {
        Path release = home.resolve("release");
        boolean jdk = Files.isExecutable(home.resolve("bin/javac")) && Files.isReadable(release);
        if (!jdk) {
            return Optional.empty();
        }
        try {
            Matcher matcher = VERSION.matcher(Files.readString(release, StandardCharsets.UTF_8));
            return matcher.find()
                    ? Optional.of(Integer.valueOf(matcher.group(1)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
