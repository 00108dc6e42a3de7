package lectern.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lectern.model.Setting;

/**
 * What a cell may need beside Java, and whether it is here.
 *
 * @param root folder that {@code file:} is relative to
 */
record Surroundings(Path root) {

    /** The first thing that a cell needs and that is not here, as a reason. */
    Optional<String> missing(Setting setting) {
        if (setting.device().isPresent() && !device(setting.device().get())) {
            return Optional.of("there is no " + setting.device().get() + " here");
        }
        return setting.needs().stream()
                .filter(need -> !present(need))
                .findFirst()
                .map(need -> "there is no " + need.replaceFirst("^(command|file):", "") + " here");
    }

    private static boolean device(String name) {
        return name.equals("gpu")
                ? Files.exists(Path.of("/dev/nvidia0")) || Files.exists(Path.of("/dev/kfd"))
                : Files.exists(Path.of("/dev").resolve(name));
    }

    private boolean present(String need) {
        return switch (need.replaceFirst(":.*", "")) {
            case "file" -> Files.exists(root.resolve(need.substring("file:".length())));
            case "command" -> command(need.substring("command:".length()));
            case "python" -> command("python3") || command("python");
            default -> command(need);
        };
    }

    private static boolean command(String name) {
        List<String> endings = List.of("", ".exe");
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(separator()))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(
                        folder ->
                                endings.stream()
                                        .map(ending -> Path.of(folder, name + ending))
                                        .anyMatch(Files::isExecutable));
    }

    private static String separator() {
        return java.util.regex.Pattern.quote(System.getProperty("path.separator"));
    }
}
