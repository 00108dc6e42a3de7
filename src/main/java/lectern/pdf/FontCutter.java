package lectern.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Cuts fonts to the characters that a file shows, and makes a piece without pages of them. */
final class FontCutter {
    // Where a font draws two characters with one glyph, PDFBox tells readers the lower of the two:
    // the modifier letters of phonetics instead of the quotes.
    private static final Map<String, String> RIGHT = Map.of("<02BB>", "<2018>", "<02BC>", "<2019>");

    private FontCutter() {}

    /**
     * Cut.
     *
     * @param shown code points by face, in ascending order
     * @return a piece whose pages are not pages but the fonts, in the order of the faces
     */
    static Piece cut(FontShelf shelf, SortedMap<Integer, int[]> shown) throws IOException {
        try (PDDocument holder = new PDDocument()) {
            Capture capture = new Capture(Map.of(), List.of(), null, null);
            List<Integer> fonts = new ArrayList<>();
            for (Map.Entry<Integer, int[]> face : shown.entrySet()) {
                InputStream file = new ByteArrayInputStream(shelf.file(face.getKey()));
                PDType0Font font = PDType0Font.load(holder, file, true);
                for (int character : face.getValue()) {
                    font.addToSubset(character);
                }
                font.subset();
                correctQuotes(font.getCOSObject());
                fonts.add(capture.number(font.getCOSObject()));
            }
            List<Piece.Flow> streams = capture.write();
            return new Piece(
                    fonts,
                    List.of(),
                    0,
                    -1,
                    -1,
                    new byte[0],
                    capture.plain(),
                    capture.ends(),
                    streams,
                    List.of(),
                    new TreeMap<>(),
                    List.of(),
                    shown,
                    new TreeMap<>());
        }
    }

    private static void correctQuotes(COSDictionary font) throws IOException {
        COSStream map = font.getCOSStream(COSName.TO_UNICODE);
        String text;
        try (InputStream in = map.createInputStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        for (Map.Entry<String, String> pair : RIGHT.entrySet()) {
            text = text.replace(pair.getKey(), pair.getValue());
        }
        try (OutputStream out = map.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
