package lectern.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The pixel pictures of an EPUB, under names that every container can hold. */
final class EpubImages {
    private final Path base;
    private final Map<String, EpubFile> bySource = new LinkedHashMap<>();

    EpubImages(ConvertedBook book) {
        this.base = book.base().toAbsolutePath().normalize();
    }

    /** Point the pictures of a page to the container; one that cannot be shown leaves its text. */
    void place(Element main) {
        for (Element image : main.select("img[src]")) {
            String source = image.attr("src");
            if (source.matches("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]+")) {
                continue;
            }
            Optional<EpubFile> file = file(source);
            if (file.isPresent()) {
                image.attr("src", "../" + file.get().path());
            } else {
                image.replaceWith(new Element("span").text(image.attr("alt")));
            }
        }
    }

    private Optional<EpubFile> file(String source) {
        EpubFile known = bySource.get(source);
        if (known != null || Pictures.remote(source)) {
            return Optional.ofNullable(known);
        }
        Path file = base.resolve(source).normalize();
        if (!file.startsWith(base) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String type = type(bytes);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            String path = "images/picture-" + (bySource.size() + 1) + "." + type;
            EpubFile picture = EpubFile.of(path, "image/" + type, "", bytes);
            bySource.put(source, picture);
            return Optional.of(picture);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** What the first bytes say, since a name can lie. */
    private static String type(byte[] bytes) {
        String head =
                new String(
                        bytes,
                        0,
                        Math.min(bytes.length, 12),
                        java.nio.charset.StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG")) {
            return "png";
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return "jpeg";
        }
        if (head.startsWith("GIF8")) {
            return "gif";
        }
        return head.startsWith("RIFF") && head.endsWith("WEBP") ? "webp" : "";
    }

    Iterable<EpubFile> files() {
        return bySource.values();
    }
}
