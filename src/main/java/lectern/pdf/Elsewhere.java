package lectern.pdf;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Addresses that stand for a place in another piece while pages are set. */
public final class Elsewhere {
    private static final String SCHEME = "lectern-elsewhere:";

    private Elsewhere() {}

    /**
     * An address that a setter takes for one of the web.
     *
     * @param index of the place in {@link Piece#links()}
     */
    public static String address(int index) {
        return SCHEME + index;
    }

    /** The index that an address was made of, or -1 for any other. */
    public static int index(String address) {
        return address != null && address.matches(SCHEME + "\\d{1,9}")
                ? Integer.parseInt(address.substring(SCHEME.length()))
                : -1;
    }

    /** The index in an action that opens an address. */
    static int of(COSBase action, COSName key) {
        return action instanceof COSDictionary dictionary ? index(dictionary.getString(key)) : -1;
    }
}
