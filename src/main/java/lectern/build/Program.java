package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program that runs; what another one kept is not to be trusted. */
final class Program {
    private Program() {}

    /** Where it lies: its jar, or the folder of its classes. */
    static Path path() {
        try {
            return Path.of(
                    Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program lies at no path", e);
        }
    }

    /** Tells one build of it from another. */
    static String name() {
        Path path = path();
        try {
            return path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }
}
