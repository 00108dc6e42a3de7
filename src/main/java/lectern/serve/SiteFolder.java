package lectern.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the files of a site by the paths of requests, and never one outside. */
final class SiteFolder {
    private static final String OTHER = "application/octet-stream";
    // what no file of a site is called, but what tricks are made of
    private static final Pattern ODD = Pattern.compile("[\\\\:%\\p{Cntrl}]");
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("json", "application/json; charset=utf-8"),
                    Map.entry("xml", "application/xml; charset=utf-8"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("ttf", "font/ttf"),
                    Map.entry("otf", "font/otf"),
                    Map.entry("woff2", "font/woff2"));

    private final Path root;

    /** Serve what lies below a folder. */
    SiteFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Find the file of a request.
     *
     * @param path decoded once, beginning with a slash
     * @return nothing where there is no such file, or where it or a folder on the way to it is a
     *     link that leads outside
     */
    Optional<Path> find(String path) {
        if (!path.startsWith("/") || ODD.matcher(path).find()) {
            return Optional.empty();
        }
        String name = path.endsWith("/") ? path + "index.html" : path;
        try {
            for (String part : name.substring(1).split("/", -1)) {
                if (part.isEmpty() || part.startsWith(".")) {
                    return Optional.empty();
                }
            }
            Path file = root.resolve(name.substring(1)).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            Path real = file.toRealPath();
            return real.startsWith(root.toRealPath()) ? Optional.of(real) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The type of a file by the end of its name. */
    static String type(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(end, OTHER);
    }
}
