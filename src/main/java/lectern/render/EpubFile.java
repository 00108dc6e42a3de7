package lectern.render;

import java.nio.charset.StandardCharsets;
import lectern.model.Digest;
import lectern.text.Digests;

/**
 * One file of an EPUB.
 *
 * @param path inside the package
 * @param type media type
 * @param properties of its manifest item, such as {@code svg}; may be empty
 * @param digest of what it holds
 * @param zipped its part of the container
 */
record EpubFile(String path, String type, String properties, Digest digest, byte[] zipped) {

    static EpubFile of(String path, String type, String properties, byte[] bytes) {
        return new EpubFile(
                path, type, properties, Digests.of(bytes), EpubZip.packed("EPUB/" + path, bytes));
    }

    static EpubFile xhtml(String path, String properties, String text) {
        return of(path, "application/xhtml+xml", properties, text.getBytes(StandardCharsets.UTF_8));
    }

    static EpubFile css(String path, String text) {
        return of(path, "text/css", "", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it is read in turn, and not only shown by another file. */
    boolean page() {
        return type.equals("application/xhtml+xml");
    }
}
