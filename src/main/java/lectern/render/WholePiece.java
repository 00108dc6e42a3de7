package lectern.render;

import java.util.List;
import java.util.Map;
import lectern.text.PackedReader;
import lectern.text.PackedWriter;

/**
 * A chapter, or what stands between chapters, where the whole book is one page.
 *
 * @param html of its text
 * @param called ids of the footnotes that it calls
 * @param notes items of the list of footnotes
 * @param beside whether all of these stand beside the text where there is room
 * @param margin whether anything stands in the margin
 * @param styles that stood inline, by their selectors
 */
record WholePiece(
        byte[] html,
        List<String> called,
        byte[] notes,
        boolean beside,
        boolean margin,
        Map<String, String> styles)
        implements PageMemo.Kept {

    @Override
    public void pack(PackedWriter out) {
        out.bytes(html);
        out.texts(called);
        out.bytes(notes);
        out.number(beside ? 1 : 0);
        out.number(margin ? 1 : 0);
        out.texts(styles);
    }

    static WholePiece unpack(PackedReader in) {
        return new WholePiece(
                in.bytes(), in.texts(), in.bytes(), in.number() == 1, in.number() == 1, in.named());
    }
}
