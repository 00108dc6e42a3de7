package lectern.render;

import java.util.Locale;

/**
 * Something in the converted book that a reader would stumble over.
 *
 * @param kind what went wrong
 * @param subject the id, path or formula concerned
 * @param message one sentence for the author, quoting the subject
 */
public record Finding(Kind kind, String subject, String message) {

    /** The closed list of what rendering can find. */
    public enum Kind {
        /** An internal link whose id no element has. */
        DEAD_LINK,
        /** An id that several elements carry. */
        DUPLICATE_ID,
        /** An image that is not there or cannot be read. */
        BROKEN_IMAGE,
        /** A formula that does not parse. */
        BROKEN_FORMULA,
        /** A character that the printed book's fonts do not have. */
        MISSING_GLYPH,
        /** HTML of a run with elements that no page may hold. */
        UNSAFE_HTML,
        /** A page or a script that is heavier than readers should have to load. */
        OVER_BUDGET,
        /** A cell that is named but not shown, or shown without a card. */
        UNKNOWN_CELL
    }

    static Finding deadLink(String id, String text) {
        return new Finding(
                Kind.DEAD_LINK,
                id,
                "link '" + text + "' points to '#" + id + "', which no element has");
    }

    static Finding duplicateId(String id) {
        return new Finding(
                Kind.DUPLICATE_ID, id, "id '" + id + "' is carried by more than one element");
    }

    static Finding missingImage(String path) {
        return new Finding(Kind.BROKEN_IMAGE, path, "image '" + path + "' does not exist");
    }

    static Finding unreadableImage(String path) {
        return new Finding(Kind.BROKEN_IMAGE, path, "image '" + path + "' is not a picture");
    }

    static Finding outsideImage(String path) {
        return new Finding(
                Kind.BROKEN_IMAGE, path, "image '" + path + "' lies outside the book's folder");
    }

    static Finding remoteImage(String address) {
        return new Finding(
                Kind.BROKEN_IMAGE,
                address,
                "image '" + address + "' would be fetched from the network");
    }

    static Finding unsafeHtml(String cell) {
        return new Finding(
                Kind.UNSAFE_HTML,
                cell,
                "html of cell '"
                        + cell
                        + "' holds what no page may hold: scripts, forms, frames,"
                        + " pictures or addresses other than https");
    }

    static Finding brokenFormula(String latex, String reason) {
        return new Finding(
                Kind.BROKEN_FORMULA, latex, "formula '" + latex + "' does not parse: " + reason);
    }

    static Finding missingGlyph(int codePoint) {
        String character = Character.toString(codePoint);
        return new Finding(
                Kind.MISSING_GLYPH,
                character,
                String.format(
                        Locale.ROOT,
                        "no font of the printed book has '%s' (U+%04X)",
                        character,
                        codePoint));
    }

    static Finding overBudget(String what, int bytes, int budget) {
        return new Finding(
                Kind.OVER_BUDGET,
                what,
                String.format(
                        Locale.ROOT,
                        "%s weighs %.1f KB compressed, the budget is %d KB",
                        what,
                        bytes / 1000.0,
                        budget));
    }

    static Finding unknownCell(String id) {
        return new Finding(
                Kind.UNKNOWN_CELL,
                id,
                "a value refers to example '" + id + "', which is not shown");
    }
}
