package lectern.pdf;

import java.util.ArrayList;
import java.util.List;

/** The tree that readers navigate by, made of the headings of all pieces in order. */
final class Outline {

    /** An entry with its place among the others; -1 where there is none. */
    private static final class Entry {
        private final Piece.Heading heading;
        private final int piece;
        private final int parent;
        private final List<Integer> below = new ArrayList<>();

        Entry(Piece.Heading heading, int piece, int parent) {
            this.heading = heading;
            this.piece = piece;
            this.parent = parent;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> top = new ArrayList<>();

    Outline(List<Piece> pieces) {
        for (int piece = 0; piece < pieces.size(); piece++) {
            for (Piece.Heading heading : pieces.get(piece).headings()) {
                add(heading, piece);
            }
        }
    }

    private void add(Piece.Heading heading, int piece) {
        int parent = entries.size() - 1;
        while (parent >= 0 && entries.get(parent).heading.level() >= heading.level()) {
            parent = entries.get(parent).parent;
        }
        (parent < 0 ? top : entries.get(parent).below).add(entries.size());
        entries.add(new Entry(heading, piece, parent));
    }

    /** How many objects it takes: its root and the entries; none when it has no entry. */
    int objects() {
        return entries.isEmpty() ? 0 : entries.size() + 1;
    }

    /**
     * Write one of them.
     *
     * @param index 0 for the root
     * @param first number of the root in the file
     * @param places how to write places and elements of the pieces
     */
    Draft object(int index, int first, Places places) {
        Draft draft = new Draft();
        if (index == 0) {
            draft.text("<</Type /Outlines");
            ends(draft, top, first, top.size());
            return draft.text(">>");
        }
        Entry entry = entries.get(index - 1);
        draft.text("<</Title ");
        draft.string(Strings.text(entry.heading.title()));
        draft.text("/Parent ").text(reference(first, entry.parent));
        List<Integer> row = entry.parent < 0 ? top : entries.get(entry.parent).below;
        int at = row.indexOf(index - 1);
        if (at > 0) {
            draft.text("/Prev ").text(reference(first, row.get(at - 1)));
        }
        if (at + 1 < row.size()) {
            draft.text("/Next ").text(reference(first, row.get(at + 1)));
        }
        ends(draft, entry.below, first, -entry.below.size());
        draft.text("/Dest ").text(places.place(entry.piece, entry.heading.place()));
        if (entry.heading.element() >= 0) {
            draft.text("/SE ").text(places.object(entry.piece, entry.heading.element()));
        }
        return draft.text(">>");
    }

    /** An entry is closed at first: its count says so by its sign. */
    private static void ends(Draft draft, List<Integer> row, int first, int count) {
        if (!row.isEmpty()) {
            draft.text("/First ").text(reference(first, row.get(0)));
            draft.text("/Last ").text(reference(first, row.get(row.size() - 1)));
            draft.text("/Count ").number(count);
        }
    }

    private static String reference(int first, int entry) {
        return first + 1 + entry + " 0 R";
    }
}
