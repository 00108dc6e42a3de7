package lectern.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Describes the machine that a measurement was made on. */
final class ThisMachine {
    private ThisMachine() {}

    /** Processor, system and Java, in one phrase. */
    static String describe() {
        String cores = Runtime.getRuntime().availableProcessors() + " cores";
        return processor().map(name -> name + ", ").orElse("")
                + cores
                + ", "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ", Java "
                + System.getProperty("java.version");
    }

    private static Optional<String> processor() {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
