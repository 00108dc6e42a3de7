package lectern.build;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lectern.model.Cell;
import lectern.model.Setting;

/** Tells which cells cannot run here, for want of a device, a program or a file. */
final class Requirements {
    private final Path root;
    private final List<Path> path;

    /** Look on the search path of this process and below the root of a book. */
    Requirements(Path root) {
        this(root, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    Requirements(Path root, String searchPath) {
        this.root = root;
        this.path =
                Arrays.stream(searchPath.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of)
                        .toList();
    }

    /** What a cell lacks here, such as {@code no device gpu}; empty when it can run. */
    Optional<String> lacking(Cell cell) {
        Setting setting = cell.options().setting();
        if (setting.device().isPresent() && !device(setting.device().get())) {
            return Optional.of("no device " + setting.device().get() + " here");
        }
        return setting.needs().stream()
                .filter(need -> !met(need))
                .map(need -> "needs " + need + ", which is not here")
                .findFirst();
    }

    private boolean device(String name) {
        return name.equals("gpu") && (command("nvidia-smi") || command("rocminfo"));
    }

    private boolean met(String need) {
        if (need.startsWith("file:")) {
            return Files.exists(root.resolve(need.substring(5)));
        }
        if (need.startsWith("command:")) {
            return command(need.substring(8));
        }
        return need.equals("python") ? command("python3") || command("python") : command(need);
    }

    private boolean command(String name) {
        return path.stream()
                .flatMap(
                        folder ->
                                List.of(name, name + ".exe", name + ".cmd").stream()
                                        .map(folder::resolve))
                .anyMatch(Files::isExecutable);
    }
}
