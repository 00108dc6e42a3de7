package lectern.pdf;

import java.util.List;
import java.util.SortedMap;

/**
 * Pages that were set by themselves, in a form that can take its place in a larger file. Objects
 * that are no streams are numbered from 0, and so are streams; their syntax holds marks, see {@link
 * Draft}.
 *
 * @param pages numbers of the pages, in order
 * @param structure numbers of the elements that belong right under the document's
 * @param keys how many keys of the tree from content to structure the piece needs
 * @param tree number of its leaf of that tree; -1 when it has none
 * @param metadata number of the stream that describes the document; -1 when it has none
 * @param roles the dictionary of structure types that are not standard; empty when it has none
 * @param plain syntax of the objects that are no streams, one after the other
 * @param ends where each of them ends
 * @param streams the streams
 * @param links places elsewhere that the piece leads to, by name
 * @param anchors its own places by name
 * @param headings what the outline lists of it
 * @param fonts code points that it shows, in ascending order, by face
 * @param said what the one who made it wants to read in it again
 */
public record Piece(
        List<Integer> pages,
        List<Integer> structure,
        int keys,
        int tree,
        int metadata,
        byte[] roles,
        byte[] plain,
        int[] ends,
        List<Flow> streams,
        List<String> links,
        SortedMap<String, Anchor> anchors,
        List<Heading> headings,
        SortedMap<Integer, int[]> fonts,
        SortedMap<String, String> said) {

    /**
     * A place that links lead to.
     *
     * @param page index of the page in the piece, from 0
     * @param top distance from the foot of that page, in points; -1 for all of the page
     * @param start index of the page where the first line of what stands there is
     */
    public record Anchor(int page, int top, int start) {}

    /**
     * An entry of the outline.
     *
     * @param title as readers see it
     * @param level 1 for the highest
     * @param place where it leads
     * @param element number of its element in the structure; -1 when it has none
     */
    public record Heading(String title, int level, Anchor place, int element) {}

    /**
     * A stream.
     *
     * @param dictionary its entries without the brackets around and without its length, with marks
     * @param data as it stands in the file
     */
    public record Flow(byte[] dictionary, byte[] data) {}

    /** How many objects there are. */
    int objects() {
        return ends.length + streams.size();
    }
}
