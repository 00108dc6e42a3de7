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
    private final MessageDigest digest;

    PdfDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Take a text into account; two texts are not the same as one. */
    PdfDigest add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
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
        digest.update((byte) 1);
    }

    /** Take the end of an element into account. */
    void close() {
        digest.update((byte) 2);
    }

    Digest digest() {
        return new Digest(HexFormat.of().formatHex(digest.digest()));
    }
}
