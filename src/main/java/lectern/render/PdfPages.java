package lectern.render;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.pdf.Piece;
import lectern.pdf.PieceShelf;

/**
 * Makes the pages of all parts of a book: from the shelf where nothing that they show has changed,
 * set anew otherwise. A part is laid out as soon as it is known on which page it begins, and
 * painted as soon as the parts that it names the pages of are laid out.
 */
final class PdfPages {
    private final PdfTree tree;
    private final PdfTools tools;
    private final PieceShelf shelf;
    private final List<Finding> findings;
    private final Map<PdfPart, Integer> first = new IdentityHashMap<>();
    private final Map<PdfPart, Piece> done = new IdentityHashMap<>();
    private final Map<PdfPart, PdfSetting> waiting = new IdentityHashMap<>();
    private final List<PdfPart> order = new ArrayList<>();

    PdfPages(PdfTree tree, PdfTools tools, PieceShelf shelf, List<Finding> findings) {
        this.tree = tree;
        this.tools = tools;
        this.shelf = shelf;
        this.findings = findings;
    }

    /** The pages of all parts, in order. */
    List<Piece> all() {
        int next = 1;
        for (PdfPart part : tree.parts()) {
            first.put(part, next);
            Optional<Piece> kept = shelf.find(part.digest()).filter(piece -> fits(part, piece));
            kept.ifPresentOrElse(piece -> done.put(part, piece), () -> layOut(part));
            next = part.front() ? 1 : next + pages(part);
            paint(false);
        }
        for (PdfPart part : tree.parts()) {
            if (done.containsKey(part) && !numbered(done.get(part))) {
                done.remove(part);
                layOut(part);
            }
        }
        paint(true);
        return tree.parts().stream().map(done::get).toList();
    }

    /** Whether kept pages begin with the right number and lead to places that are still there. */
    private boolean fits(PdfPart part, Piece piece) {
        return piece.said().get("first").equals(Integer.toString(first.get(part)))
                && piece.links().stream().allMatch(id -> tree.home(id) != null);
    }

    /** Whether the numbers of other pages that kept pages show are right. */
    private boolean numbered(Piece piece) {
        for (String id : piece.links()) {
            String shown = piece.said().get("page " + id);
            if (shown != null && !shown.equals(Integer.toString(number(id)))) {
                return false;
            }
        }
        return true;
    }

    private void layOut(PdfPart part) {
        int before = findings.size();
        PdfSetting setting = new PdfSetting(part, tree.document(part), first.get(part), tools);
        setting.keep(findings.size() == before);
        waiting.put(part, setting);
        order.add(part);
    }

    private int pages(PdfPart part) {
        return done.containsKey(part) ? done.get(part).pages().size() : waiting.get(part).pages();
    }

    private void paint(boolean everything) {
        for (Iterator<PdfPart> parts = order.iterator(); parts.hasNext(); ) {
            PdfPart part = parts.next();
            if (everything
                    || part.links().stream().allMatch(id -> first.containsKey(tree.home(id)))) {
                try (PdfSetting setting = waiting.remove(part)) {
                    Piece piece = setting.paint(link -> number(part.links().get(link)));
                    if (setting.keep()) {
                        shelf.keep(part.digest(), piece);
                    }
                    done.put(part, piece);
                }
                parts.remove();
            }
        }
    }

    /** Number of the page on which something begins. */
    private int number(String id) {
        PdfPart home = tree.home(id);
        Integer start;
        if (done.containsKey(home)) {
            Piece.Anchor anchor = done.get(home).anchors().get(id);
            start = anchor == null ? null : anchor.start();
        } else {
            start = waiting.get(home).starts().get(id);
        }
        return first.get(home) + (start == null ? 0 : start);
    }
}
