package lectern.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which number an object of a piece has in the file, and how places are written there. */
final class Places {
    private final List<Piece> pieces;
    private final int[] bases;
    private final Map<String, Integer> homes = new HashMap<>();

    /**
     * Number the objects of all pieces.
     *
     * @param first number of the first of them
     */
    Places(List<Piece> pieces, int first) {
        this.pieces = pieces;
        this.bases = new int[pieces.size() + 1];
        bases[0] = first;
        for (int i = 0; i < pieces.size(); i++) {
            int piece = i;
            bases[i + 1] = bases[i] + pieces.get(i).objects();
            pieces.get(i).anchors().keySet().forEach(name -> homes.putIfAbsent(name, piece));
        }
    }

    /** Number after the last of them. */
    int end() {
        return bases[pieces.size()];
    }

    /** Number in the file of an object that is no stream. */
    int plain(int piece, int index) {
        return bases[piece] + index;
    }

    /** Number in the file of a stream. */
    int stream(int piece, int index) {
        return bases[piece] + pieces.get(piece).ends().length + index;
    }

    /** A reference to an object that is no stream. */
    String object(int piece, int index) {
        return plain(piece, index) + " 0 R";
    }

    /** A place of a piece. */
    String place(int piece, Piece.Anchor anchor) {
        return "["
                + object(piece, pieces.get(piece).pages().get(anchor.page()))
                + " /XYZ null "
                + (anchor.top() < 0 ? "null" : anchor.top())
                + " null]";
    }

    /** A place by its name; the start of the file when no piece has it. */
    String place(String name) {
        Integer piece = homes.get(name);
        return piece == null
                ? place(0, new Piece.Anchor(0, -1, 0))
                : place(piece, pieces.get(piece).anchors().get(name));
    }
}
