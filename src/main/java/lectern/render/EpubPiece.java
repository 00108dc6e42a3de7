package lectern.render;

import java.util.Map;
import lectern.model.Digest;
import lectern.text.PackedReader;
import lectern.text.PackedWriter;

/**
 * All that a page of the book is to the EPUB.
 *
 * @param file of the page
 * @param tally what it holds
 * @param styles that stood inline, by their selectors
 */
record EpubPiece(EpubFile file, Tally tally, Map<String, String> styles) implements PageMemo.Kept {

    @Override
    public void pack(PackedWriter out) {
        out.text(file.path());
        out.text(file.type());
        out.text(file.properties());
        out.text(file.digest().hex());
        out.bytes(file.zipped());
        tally.pack(out);
        out.texts(styles);
    }

    static EpubPiece unpack(PackedReader in) {
        EpubFile file =
                new EpubFile(in.text(), in.text(), in.text(), new Digest(in.text()), in.bytes());
        return new EpubPiece(file, Tally.unpack(in), in.named());
    }
}
