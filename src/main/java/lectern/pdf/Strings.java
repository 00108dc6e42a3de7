package lectern.pdf;

import org.apache.pdfbox.cos.COSString;

/** Text as PDF has it. */
final class Strings {
    private Strings() {}

    /** The bytes of a text string: PDFDocEncoding where that has all characters, else UTF-16. */
    static byte[] text(String text) {
        return new COSString(text).getBytes();
    }
}
