package lectern.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lectern.model.Digest;
import lectern.text.Digests;

/** The fonts of a file: each face once, cut to what all its pieces show. */
public final class FontPieces {
    private FontPieces() {}

    /**
     * Cut the fonts, or take them from the shelf.
     *
     * @param faces says which fonts the faces are; changes when one of them does
     */
    public static Piece of(List<Piece> pieces, FontShelf fonts, String faces, PieceShelf shelf) {
        SortedMap<Integer, int[]> shown = new TreeMap<>();
        for (Piece piece : pieces) {
            piece.fonts().forEach((face, more) -> shown.merge(face, more, FontPieces::both));
        }
        StringBuilder text = new StringBuilder("fonts\n" + faces + "\n");
        shown.forEach((face, all) -> text.append(face).append(Arrays.toString(all)).append('\n'));
        Digest digest = Digests.of(text.toString());
        return shelf.find(digest)
                .orElseGet(
                        () -> {
                            Piece cut = cut(fonts, shown);
                            shelf.keep(digest, cut);
                            return cut;
                        });
    }

    private static Piece cut(FontShelf fonts, SortedMap<Integer, int[]> shown) {
        try {
            return FontCutter.cut(fonts, shown);
        } catch (IOException e) {
            throw new UncheckedIOException("cutting fonts", e);
        }
    }

    private static int[] both(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }
}
