package lectern.build;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.check.PresentImages;
import lectern.check.ResolvedXrefs;
import lectern.model.Anchor;
import lectern.model.Book;
import lectern.model.Cell;
import lectern.model.Diagnostic;
import lectern.model.Formula;
import lectern.model.ImageUse;
import lectern.model.Location;
import lectern.model.Note;
import lectern.model.Rule;
import lectern.model.Xref;
import lectern.render.Finding;

/** Gives what rendering found its place in the notes, which the rendered page no longer knows. */
final class RenderFindings {
    private RenderFindings() {}

    static List<Diagnostic> placed(Book book, List<Finding> findings) {
        return findings.stream().map(finding -> placed(book, finding)).toList();
    }

    private static Diagnostic placed(Book book, Finding finding) {
        String subject = finding.subject();
        return switch (finding.kind()) {
            case DEAD_LINK -> ResolvedXrefs.finding(subject, xref(book, subject), ids(book));
            case DUPLICATE_ID ->
                    Diagnostic.error(Rule.DUPLICATE_ID, anchor(book, subject), finding.message());
            case BROKEN_IMAGE -> image(book, finding);
            case BROKEN_FORMULA ->
                    Diagnostic.error(
                            Rule.BROKEN_FORMULA, formula(book, subject), finding.message());
            case MISSING_GLYPH ->
                    Diagnostic.error(Rule.MISSING_GLYPH, text(book, subject), finding.message());
            case UNSAFE_HTML ->
                    Diagnostic.error(
                            Rule.UNSAFE_HTML,
                            book.cell(subject).map(Cell::location).orElse(Location.of(book.file())),
                            finding.message(),
                            "draw it as a figure, or write it with text, tables and styles");
            case OVER_BUDGET ->
                    Diagnostic.warning(
                            Rule.OVER_BUDGET, Location.of(book.file()), finding.message());
            case UNKNOWN_CELL ->
                    Diagnostic.error(
                            Rule.UNKNOWN_CELL, Location.of(book.file()), finding.message());
        };
    }

    private static Set<String> ids(Book book) {
        return book.all(Note::anchors).stream().map(Anchor::id).collect(Collectors.toSet());
    }

    private static Location xref(Book book, String target) {
        return book.all(Note::xrefs).stream()
                .filter(xref -> xref.target().equals(target))
                .map(Xref::location)
                .findFirst()
                .orElse(Location.of(book.file()));
    }

    private static Location anchor(Book book, String id) {
        return book.all(Note::anchors).stream()
                .filter(anchor -> anchor.id().equals(id))
                .map(Anchor::location)
                .reduce((first, second) -> second)
                .orElse(Location.of(book.file()));
    }

    /** The same words as those of the check, so that a fault is told once. */
    private static Diagnostic image(Book book, Finding finding) {
        String path = finding.subject();
        Optional<ImageUse> use =
                book.all(Note::images).stream()
                        .filter(i -> i.file().endsWith(path) || path.endsWith(i.target()))
                        .findFirst();
        boolean missing = use.isPresent() && !Files.exists(book.root().resolve(use.get().file()));
        Location place = use.map(ImageUse::location).orElse(Location.of(book.file()));
        return missing
                ? PresentImages.missing(use.get())
                : Diagnostic.error(Rule.MISSING_IMAGE, place, finding.message());
    }

    private static Location formula(Book book, String latex) {
        return book.all(Note::formulas).stream()
                .filter(formula -> formula.latex().equals(latex))
                .map(Formula::location)
                .findFirst()
                .orElse(Location.of(book.file()));
    }

    /** The first line of the notes that holds a text. */
    private static Location text(Book book, String text) {
        for (Note note : book.notes()) {
            for (int line = 1; line <= note.lines().size(); line++) {
                int column = note.lines().get(line - 1).indexOf(text);
                if (column >= 0) {
                    return new Location(note.file(), line, column + 1);
                }
            }
        }
        return Location.of(book.file());
    }
}
