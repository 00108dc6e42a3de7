package lectern.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lectern.convert.Survey;
import lectern.model.Book;
import lectern.model.Heading;
import lectern.model.Note;
import lectern.weave.WovenNote;

/**
 * The notes that make up one chapter, which can be converted without the other chapters.
 *
 * @param root the note that opens the chapter
 * @param notes it and all that it includes
 * @param above the notes that include it, the main note among them, and what those include without
 *     opening a section
 */
record Unit(Note root, Set<String> notes, Set<String> above) {

    /** The chapter that a note belongs to; none for the main note and for one that opens a part. */
    static Optional<Unit> of(Book book, String file) {
        Map<String, Note> byFile = new LinkedHashMap<>();
        book.notes().forEach(note -> byFile.put(note.file(), note));
        Optional<String> at = Optional.of(file);
        while (at.isPresent() && level(byFile.get(at.get())) > 1) {
            at = Optional.ofNullable(book.parents().get(at.get()));
        }
        if (at.isEmpty() || at.get().equals(book.file()) || level(byFile.get(at.get())) != 1) {
            return Optional.empty();
        }
        Set<String> above = new HashSet<>();
        for (String up = at.get(); book.parents().containsKey(up); ) {
            up = book.parents().get(up);
            above.add(up);
        }
        // what opens no section, such as a file of attributes, belongs to the note that includes it
        for (Note note : book.notes()) {
            if (note.headings().isEmpty()
                    && above.contains(book.parents().getOrDefault(note.file(), ""))) {
                above.add(note.file());
            }
        }
        Set<String> notes = new HashSet<>(Set.of(at.get()));
        // parents stand before their children in the order of the book
        for (Note note : book.notes()) {
            if (notes.contains(book.parents().getOrDefault(note.file(), ""))) {
                notes.add(note.file());
            }
        }
        return Optional.of(new Unit(byFile.get(at.get()), notes, above));
    }

    /** Level of the first heading; a note without any belongs to the one that includes it. */
    private static int level(Note note) {
        return note.headings().isEmpty() ? Integer.MAX_VALUE : note.headings().get(0).level();
    }

    /** Ids of the chapters that the notes open. */
    Set<String> chapters(Book book) {
        Set<String> ids = new HashSet<>();
        for (Note note : book.notes()) {
            if (notes.contains(note.file())) {
                note.headings().stream()
                        .filter(heading -> heading.level() == 1)
                        .map(Heading::id)
                        .forEach(ids::add);
            }
        }
        return ids;
    }

    /** The notes before this chapter that are not converted with it. */
    Set<String> before(Book book) {
        Set<String> before = new HashSet<>();
        for (Note note : book.notes()) {
            if (note.file().equals(root.file())) {
                break;
            }
            if (!above.contains(note.file())) {
                before.add(note.file());
            }
        }
        return before;
    }

    /** The woven book without the other chapters, counters set to where those leave them. */
    List<WovenNote> alone(Book book, List<WovenNote> woven, Survey survey) {
        Map<String, String> counters = new LinkedHashMap<>();
        boolean before = true;
        List<WovenNote> alone = new ArrayList<>();
        for (WovenNote note : woven) {
            before &= !note.file().equals(root.file());
            if (before && !above.contains(note.file())) {
                counters.putAll(survey.counters().getOrDefault(note.file(), Map.of()));
            }
            if (note.file().equals(root.file())) {
                alone.add(after(counters, note));
            } else if (notes.contains(note.file()) || above.contains(note.file())) {
                alone.add(note);
            } else {
                alone.add(new WovenNote(note.file(), List.of(), List.of()));
            }
        }
        return alone;
    }

    private static WovenNote after(Map<String, String> counters, WovenNote note) {
        List<String> lines = new ArrayList<>();
        List<Integer> origins = new ArrayList<>();
        counters.forEach(
                (name, value) -> {
                    lines.add(":" + name + ": " + value);
                    origins.add(1);
                });
        lines.add("");
        origins.add(1);
        lines.addAll(note.lines());
        origins.addAll(note.origins());
        return new WovenNote(note.file(), lines, origins);
    }
}
