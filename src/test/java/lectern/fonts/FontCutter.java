package lectern.fonts;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * Cuts a full Noto Sans SC to what the book needs: GB 2312 and the symbols of a technical text.
 *
 * <p>Run by hand when the font is taken anew, never by the build: {@code main(full.ttf, cut.ttf)}.
 * The recipe is in {@code docs-theme/fonts/README.adoc}.
 */
final class FontCutter {

    /** Characters that must take no room, which the full font does not have. */
    private static final int[] ZERO_WIDTH = {0x200B, 0x2060, 0xFEFF};

    /** Glyphs nobody asks for, emptied to stand for {@link #ZERO_WIDTH}. */
    private static final int FIRST_DONOR = 0x3400;

    private FontCutter() {}

    /**
     * Cuts one font file.
     *
     * @param args the full font, then the file to write
     * @throws IOException if one cannot be read or the other cannot be written
     */
    public static void main(String... args) throws IOException {
        try (TrueTypeFont full =
                        new TTFParser()
                                .parse(
                                        new RandomAccessReadBufferedFile(
                                                Path.of(args[0]).toFile()));
                OutputStream cut = Files.newOutputStream(Path.of(args[1]))) {
            var subsetter =
                    new TTFSubsetter(
                            full,
                            List.of(
                                    "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp",
                                    "name", "post", "gasp"));
            codePoints().forEach(subsetter::add);
            addZeroWidth(subsetter, full);
            subsetter.writeToStream(cut);
        }
    }

    /** What stays: GB 2312, Latin, Greek, punctuation, arrows, operators, boxes, full-width. */
    static SortedSet<Integer> codePoints() {
        var kept = new TreeSet<Integer>();
        var gb2312 = Charset.forName("GB2312").newEncoder();
        IntStream.rangeClosed(0x80, 0xFFFF)
                .filter(c -> !Character.isSurrogate((char) c) && gb2312.canEncode((char) c))
                .forEach(kept::add);
        int[][] blocks = {
            {0x20, 0x7E},
            {0xA0, 0x17F},
            {0x370, 0x3FF},
            {0x2000, 0x206F},
            {0x2070, 0x209F},
            {0x20A0, 0x214F},
            {0x2150, 0x218F},
            {0x2190, 0x21FF},
            {0x2200, 0x22FF},
            {0x2300, 0x23FF},
            {0x2460, 0x24FF},
            {0x2500, 0x25FF},
            {0x2600, 0x266F},
            {0x2700, 0x27BF},
            {0x3000, 0x303F},
            {0xFF01, 0xFFEF},
        };
        for (int[] block : blocks) {
            IntStream.rangeClosed(block[0], block[1]).forEach(kept::add);
        }
        return kept;
    }

    private static void addZeroWidth(TTFSubsetter subsetter, TrueTypeFont full) throws IOException {
        Map<Integer, Integer> glyphOf = glyphMap(subsetter);
        for (int i = 0; i < ZERO_WIDTH.length; i++) {
            int donor = FIRST_DONOR + i;
            subsetter.add(donor);
            subsetter.forceInvisible(donor);
            glyphOf.remove(donor);
            glyphOf.put(ZERO_WIDTH[i], full.getUnicodeCmapLookup().getGlyphId(donor));
        }
    }

    /** The subsetter offers no way to map a character to another one's glyph; its field does. */
    @SuppressWarnings("unchecked")
    private static Map<Integer, Integer> glyphMap(TTFSubsetter subsetter) throws IOException {
        try {
            Field field = TTFSubsetter.class.getDeclaredField("uniToGID");
            field.setAccessible(true);
            return (Map<Integer, Integer>) field.get(subsetter);
        } catch (ReflectiveOperationException e) {
            throw new IOException("this version of fontbox keeps its glyphs elsewhere", e);
        }
    }
}
