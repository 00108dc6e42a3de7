package lectern.kernel;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.model.Location;
import lectern.script.Script;
import lectern.text.SourceFiles;

/** Finds the line of a script in the stack trace that it died with. */
public final class TracePlaces {
    private static final Pattern FRAME = Pattern.compile("\\(([\\w$]+\\.java):(\\d{1,7})\\)");

    private TracePlaces() {}

    /** The innermost frame that lies in the script's own sources. */
    public static Optional<Location> of(Path root, Script script, String stderr) {
        Map<String, Path> own =
                script.sources().stream()
                        .collect(
                                Collectors.toMap(
                                        file -> file.getFileName().toString(),
                                        Function.identity(),
                                        (a, b) -> a));
        Matcher matcher = FRAME.matcher(stderr);
        while (matcher.find()) {
            Path file = own.get(matcher.group(1));
            if (file != null) {
                return Optional.of(
                        Location.of(
                                SourceFiles.relative(root, file),
                                Integer.parseInt(matcher.group(2))));
            }
        }
        return Optional.empty();
    }
}
