package lectern.render;

import java.nio.charset.StandardCharsets;

/**
 * One file of an EPUB.
 *
 * @param path inside the package
 * @param type media type
 * @param properties of its manifest item, such as {@code svg}; may be empty
 * @param bytes what it holds
 */
record EpubFile(String path, String type, String properties, byte[] bytes) {

    static EpubFile xhtml(String path, String properties, String text) {
        return new EpubFile(
                path, "application/xhtml+xml", properties, text.getBytes(StandardCharsets.UTF_8));
    }

    static EpubFile css(String path, String text) {
        return new EpubFile(path, "text/css", "", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it is read in turn, and not only shown by another file. */
    boolean page() {
        return type.equals("application/xhtml+xml");
    }
}
