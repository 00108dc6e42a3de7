package lectern.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The faces that pages are set with, each read once and shared by all settings of one thread. */
public final class FontShelf implements Closeable {
    private final List<Supplier<byte[]>> files;
    private final Map<Integer, PrintFont> read = new TreeMap<>();
    private final Map<COSDictionary, Integer> dictionaries = new IdentityHashMap<>();
    private final PDDocument holder = new PDDocument();

    /**
     * Begin; no file is read yet.
     *
     * @param files TrueType fonts; a face is the index of one
     */
    public FontShelf(List<Supplier<byte[]>> files) {
        this.files = List.copyOf(files);
    }

    /** The font of a face. */
    public PDFont font(int face) {
        return read.computeIfAbsent(face, this::read);
    }

    private PrintFont read(int face) {
        try {
            byte[] bytes = files.get(face).get();
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            COSDictionary dictionary = PDType0Font.load(holder, font, true).getCOSObject();
            COSStream program = holder.getDocument().createCOSStream();
            try (OutputStream out = program.createOutputStream()) {
                out.write(bytes);
            }
            ((COSDictionary) dictionary.getCOSArray(COSName.DESCENDANT_FONTS).getObject(0))
                    .getCOSDictionary(COSName.FONT_DESC)
                    .setItem(COSName.FONT_FILE2, program);
            dictionaries.put(dictionary, face);
            return new PrintFont(dictionary, font);
        } catch (IOException e) {
            throw new UncheckedIOException("reading a font", e);
        }
    }

    /** Which dictionary stands for which face. */
    Map<COSDictionary, Integer> dictionaries() {
        return dictionaries;
    }

    /** What was shown since this was asked last, in ascending order, by face. */
    SortedMap<Integer, int[]> takeShown() {
        SortedMap<Integer, int[]> shown = new TreeMap<>();
        read.forEach(
                (face, font) -> {
                    int[] characters = font.takeShown();
                    if (characters.length > 0) {
                        shown.put(face, characters);
                    }
                });
        return shown;
    }

    /** The bytes of a face. */
    byte[] file(int face) {
        return files.get(face).get();
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing fonts", e);
        }
    }
}
