package lectern.render;

import java.util.List;
import java.util.Map;
import lectern.text.PackedReader;
import lectern.text.PackedWriter;

/**
 * All that a page of the book is to the site.
 *
 * @param html of the page
 * @param weight compressed and without its figures, in bytes; 0 where it is not weighed
 * @param links inside the book
 * @param tally what it holds
 * @param documents for the search
 * @param cards script with the previews of its places; empty where it needs none
 * @param styles that stood inline, by their selectors
 * @param images that the page shows, by their paths
 */
record SitePiece(
        byte[] html,
        int weight,
        int links,
        Tally tally,
        List<String> documents,
        String cards,
        Map<String, String> styles,
        List<String> images)
        implements PageMemo.Kept {

    @Override
    public void pack(PackedWriter out) {
        out.bytes(html);
        out.number(weight);
        out.number(links);
        tally.pack(out);
        out.texts(documents);
        out.text(cards);
        out.texts(styles);
        out.texts(images);
    }

    static SitePiece unpack(PackedReader in) {
        return new SitePiece(
                in.bytes(),
                in.number(),
                in.number(),
                Tally.unpack(in),
                in.texts(),
                in.text(),
                in.named(),
                in.texts());
    }
}
