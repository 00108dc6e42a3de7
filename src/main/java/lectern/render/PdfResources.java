package lectern.render;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Hands the PDF engine the theme's files and the book's pictures, and nothing else: the engine
 * knows only the two schemes of this class.
 */
final class PdfResources implements FSStreamFactory {
    static final String THEME = "lectern-theme";
    static final String IMAGE = "lectern-image";

    private final Theme theme;
    private final Path base;

    PdfResources(Theme theme, Path base) {
        this.theme = theme;
        this.base = base.toAbsolutePath().normalize();
    }

    /** Give the pictures in a tree the addresses under which the engine finds them. */
    void name(Document printed) {
        for (Element image : printed.select("img[src]")) {
            if (!Pictures.remote(image.attr("src"))) {
                image.attr("src", imageAddress(image.attr("src")));
            }
        }
    }

    /** The address under which the engine finds a picture of the book. */
    private static String imageAddress(String source) {
        return IMAGE + ":/" + Links.encode(source).replace("%2F", "/");
    }

    /** Whether the engine may open an address at all. */
    static boolean allowed(String address) {
        return address.startsWith(THEME + ":/") || address.startsWith(IMAGE + ":/");
    }

    @Override
    public FSStream getUrl(String address) {
        byte[] bytes = address.startsWith(THEME) ? themeFile(address) : picture(address);
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
            }
        };
    }

    private byte[] themeFile(String address) {
        String path = address.substring(address.indexOf(":/") + 2);
        return theme.bytes(path);
    }

    private byte[] picture(String address) {
        String coded = address.substring(address.indexOf(":/") + 2);
        Path file = base.resolve(URLDecoder.decode(coded, StandardCharsets.UTF_8)).normalize();
        if (!file.startsWith(base)) {
            throw new IllegalStateException("picture '" + coded + "' lies outside the book");
        }
        try {
            return OpaquePng.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
