package lectern.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Lets a reader search and copy quotation marks.
 *
 * <p>Where a font draws two characters with one glyph, PDFBox tells readers the lower of the two:
 * the modifier letters of phonetics instead of the quotes. The fonts' maps are put right here.
 */
final class PdfApostrophes {
    private static final Map<String, String> RIGHT = Map.of("<02BB>", "<2018>", "<02BC>", "<2019>");

    private PdfApostrophes() {}

    static void correct(PDDocument document) throws IOException {
        cutFonts(document);
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PDPage page : document.getPages()) {
            COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (fonts != null) {
                for (COSName name : fonts.keySet()) {
                    COSDictionary font = fonts.getCOSDictionary(name);
                    if (font != null && seen.add(font)) {
                        correct(font);
                    }
                }
            }
        }
    }

    /**
     * The maps are written when the fonts are cut, which PDFBox does first thing in saving; the
     * rest of that saving would be lost labour.
     */
    private static void cutFonts(PDDocument document) throws IOException {
        IOException enough = new IOException("fonts are cut");
        try {
            document.save(
                    new OutputStream() {
                        @Override
                        public void write(int one) throws IOException {
                            throw enough;
                        }
                    });
        } catch (IOException e) {
            if (e != enough) {
                throw e;
            }
        }
    }

    private static void correct(COSDictionary font) throws IOException {
        COSStream map = font.getCOSStream(COSName.TO_UNICODE);
        if (map == null) {
            return;
        }
        String text;
        try (InputStream in = map.createInputStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        String right = text;
        for (Map.Entry<String, String> pair : RIGHT.entrySet()) {
            right = right.replace(pair.getKey(), pair.getValue());
        }
        if (!right.equals(text)) {
            try (OutputStream out = map.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(right.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
