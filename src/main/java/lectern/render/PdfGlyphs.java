package lectern.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Finds characters that no font of the printed book can show: the engine would print a box and say
 * nothing.
 */
final class PdfGlyphs {
    private static final String CHINESE = "NotoSansSC-Regular";

    private final Theme theme;

    PdfGlyphs(Theme theme) {
        this.theme = theme;
    }

    /** Findings for the text of a document, in the order of the characters. */
    List<Finding> missing(Document document) {
        Set<Integer> text = new TreeSet<>();
        Set<Integer> code = new TreeSet<>();
        collect(document.body(), text, code);
        for (Element left : document.select("[" + Remains.PRINTED + "]")) {
            left.attr(Remains.TEXT).codePoints().forEach(text::add);
            left.attr(Remains.CODE).codePoints().forEach(code::add);
        }
        Set<Integer> missing = new TreeSet<>(unknown(text, "SourceSerif4-Regular"));
        missing.addAll(unknown(code, "JetBrainsMono-Regular"));
        List<Finding> findings = new ArrayList<>();
        missing.forEach(c -> findings.add(Finding.missingGlyph(c)));
        return findings;
    }

    /** Collect the characters below an element that not every font has. */
    static void collect(Element root, Set<Integer> text, Set<Integer> code) {
        root.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode piece) {
                        String whole = piece.getWholeText();
                        if (!ascii(whole) && node.parent() instanceof Element parent) {
                            boolean coded = parent.closest("pre, code, kbd") != null;
                            if (parent.closest("svg, .spoken") == null) {
                                whole.codePoints()
                                        .filter(c -> c > 0x7f)
                                        .forEach((coded ? code : text)::add);
                            }
                        }
                    }
                });
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private Set<Integer> unknown(Set<Integer> wanted, String font) {
        Set<Integer> left = new TreeSet<>(wanted);
        left.removeIf(Character::isISOControl);
        for (String file : List.of(font, CHINESE)) {
            if (!left.isEmpty()) {
                removeKnown(left, file);
            }
        }
        return left;
    }

    private void removeKnown(Set<Integer> characters, String file) {
        byte[] bytes = theme.bytes("fonts/" + file + ".ttf");
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            characters.removeIf(c -> glyphs.getGlyphId(c) != 0);
        } catch (IOException e) {
            throw new UncheckedIOException("reading font " + file, e);
        }
    }
}
