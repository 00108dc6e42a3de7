package lectern.render;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lectern.text.Digests;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** Digests what is printed of an element: its text, its markup, and the files of its pictures. */
final class PdfText {
    private final Path base;
    private final Map<String, String> pictures = new HashMap<>();

    /**
     * Prepare to digest.
     *
     * @param base folder that image paths are relative to
     */
    PdfText(Path base) {
        this.base = base;
    }

    /** The digest in hex digits. */
    String digest(Element root) {
        PdfDigest digest = new PdfDigest();
        root.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        digest.open(node);
                        if (node instanceof Element element
                                && element.normalName().equals("img")
                                && !Pictures.remote(element.attr("src"))) {
                            digest.add(
                                    pictures.computeIfAbsent(
                                            element.attr("src"), PdfText.this::picture));
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element) {
                            digest.close();
                        }
                    }
                });
        return digest.digest().hex();
    }

    private String picture(String source) {
        Path file = base.resolve(source).normalize();
        return Files.isRegularFile(file) ? Digests.ofFile(file).hex() : "none";
    }
}
