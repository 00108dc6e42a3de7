package lectern.render;

import lectern.text.PackedReader;
import lectern.text.PackedWriter;

/**
 * A file that depends on nothing but what its digest tells of.
 *
 * @param bytes of the file
 */
record KeptFile(byte[] bytes) implements PageMemo.Kept {

    @Override
    public void pack(PackedWriter out) {
        out.bytes(bytes);
    }

    static KeptFile unpack(PackedReader in) {
        return new KeptFile(in.bytes());
    }
}
