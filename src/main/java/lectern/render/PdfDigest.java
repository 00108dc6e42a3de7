package lectern.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lectern.model.Digest;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Digests trees without writing them out first. */
final class PdfDigest {
    private static final int ROOM = 1 << 16;

    private final MessageDigest digest;
    private final byte[] taken = new byte[ROOM];
    private int size;

    PdfDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Take a text into account; two texts are not the same as one. */
    PdfDigest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > ROOM - size) {
            flush();
        }
        if (bytes.length > ROOM) {
            digest.update(bytes);
        } else {
            System.arraycopy(bytes, 0, taken, size, bytes.length);
            size += bytes.length;
        }
        mark(0);
        return this;
    }

    /** Take the opening of an element or a text into account. */
    void open(Node node) {
        if (node instanceof TextNode text) {
            add(text.getWholeText());
        } else if (node instanceof Element element) {
            add(element.normalName());
            for (Attribute attribute : element.attributes()) {
                add(attribute.getKey());
                add(attribute.getValue());
            }
        }
        mark(1);
    }

    /** Take the end of an element into account. */
    void close() {
        mark(2);
    }

    private void mark(int kind) {
        if (size == ROOM) {
            flush();
        }
        taken[size++] = (byte) kind;
    }

    /** The digest is quicker with a few large pieces than with many small ones. */
    private void flush() {
        digest.update(taken, 0, size);
        size = 0;
    }

    Digest digest() {
        flush();
        return new Digest(HexFormat.of().formatHex(digest.digest()));
    }
}
