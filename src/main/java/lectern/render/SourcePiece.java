package lectern.render;

import lectern.text.PackedReader;
import lectern.text.PackedWriter;

/**
 * The page of a script.
 *
 * @param html of the page
 */
record SourcePiece(byte[] html) implements PageMemo.Kept {

    @Override
    public void pack(PackedWriter out) {
        out.bytes(html);
    }

    static SourcePiece unpack(PackedReader in) {
        return new SourcePiece(in.bytes());
    }
}
