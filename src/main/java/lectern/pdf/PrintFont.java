package lectern.pdf;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One face while pages are set: it measures text from a table and notes which characters are shown.
 * Text is written in numbers of glyphs of the whole face, so that a page does not depend on which
 * glyphs a file will have.
 */
final class PrintFont extends PDType0Font {
    private static final int PLANE = 0x10000;

    private final CmapLookup glyphs;
    private final float[] widths;
    private final int[] known = new int[PLANE];
    private BitSet shown = new BitSet();

    PrintFont(COSDictionary dictionary, TrueTypeFont font) throws IOException {
        super(dictionary);
        glyphs = font.getUnicodeCmapLookup();
        widths = new float[font.getNumberOfGlyphs()];
        float scale = 1000f / font.getHeader().getUnitsPerEm();
        for (int glyph = 0; glyph < widths.length; glyph++) {
            widths[glyph] = Math.round(font.getAdvanceWidth(glyph) * scale);
        }
        Arrays.fill(known, -1);
    }

    /** What was shown since this was asked last, in ascending order. */
    int[] takeShown() {
        BitSet taken = shown;
        shown = new BitSet();
        return taken.stream().toArray();
    }

    @Override
    protected byte[] encode(int character) {
        int glyph = glyph(character);
        shown.set(character);
        return new byte[] {(byte) (glyph >> 8), (byte) glyph};
    }

    @Override
    public float getStringWidth(String text) {
        float width = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            width += widths[glyph(character)];
            at += Character.charCount(character);
        }
        return width;
    }

    @Override
    public CmapLookup getCmapLookup() {
        return glyphs;
    }

    /** PDFBox and the engine take this exception for "not in this font". */
    private int glyph(int character) {
        int glyph;
        if (character >= PLANE) {
            glyph = glyphs.getGlyphId(character);
        } else {
            glyph = known[character];
            if (glyph < 0) {
                glyph = glyphs.getGlyphId(character);
                known[character] = glyph;
            }
        }
        if (glyph == 0) {
            throw new IllegalArgumentException("no glyph for " + Character.toString(character));
        }
        return glyph;
    }
}
