package lectern.render;

import java.nio.ByteBuffer;

/**
 * A TrueType font without glyph substitution.
 *
 * <p>PDFBox applies it while drawing, after the line was measured without it: ligatures then stand
 * in boxes of another width, text copied from the file has them, and it takes three quarters of the
 * time. Hiding the table from the reader avoids all three; the font itself stays whole.
 */
final class PlainFont {
    private static final int GSUB = 'G' << 24 | 'S' << 16 | 'U' << 8 | 'B';
    private static final int HIDDEN = 'z' << 24 | 's' << 16 | 'u' << 8 | 'b';

    private PlainFont() {}

    // OpenType, "Organization of an OpenType font": numTables at 4, then records of 16 bytes at 12.
    static byte[] of(byte[] font) {
        ByteBuffer bytes = ByteBuffer.wrap(font.clone());
        int tables = bytes.getShort(4);
        for (int i = 0; i < tables; i++) {
            int at = 12 + 16 * i;
            if (bytes.getInt(at) == GSUB) {
                bytes.putInt(at, HIDDEN);
            }
        }
        return bytes.array();
    }
}
