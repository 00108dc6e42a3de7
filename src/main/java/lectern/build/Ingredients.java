package lectern.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.model.Book;
import lectern.model.Digest;
import lectern.model.ImageUse;
import lectern.model.Note;
import lectern.text.Digests;
import lectern.text.FileMemory;
import lectern.text.SourceFiles;
import lectern.weave.WovenNote;

/**
 * Digests of all that the engine makes a book of.
 *
 * @param notes as woven, by their file
 * @param files that the engine reads itself and that are no notes, by their path from the root
 */
record Ingredients(Map<String, Digest> notes, Map<String, Digest> files) {
    private static final Pattern INLINE =
            Pattern.compile("%inline|opt(?:ion)?s=[^\\]]*inline|inline-option");
    private static final Pattern UNNAMED = Pattern.compile("include::\\S*\\{[^/\\[]*\\[");

    /** Keep copies. */
    Ingredients {
        notes = Map.copyOf(notes);
        files = Map.copyOf(files);
    }

    static Ingredients of(BookLayout layout, Book book, List<WovenNote> woven) {
        return of(layout, book, woven, Ingredients::digest, FileMemory.NONE);
    }

    /** The places of what the engine says are part of a conversion. */
    private static Digest digest(WovenNote note) {
        return Digests.of(note.origins() + "\n" + note.text());
    }

    /**
     * Digests of the same book, much of which is as it was.
     *
     * @param last the notes as woven then
     * @param memory of files
     */
    Ingredients again(
            BookLayout layout,
            Book book,
            List<WovenNote> woven,
            List<WovenNote> last,
            FileMemory memory) {
        Map<String, WovenNote> known =
                last.stream().collect(Collectors.toMap(WovenNote::file, note -> note));
        return of(
                layout,
                book,
                woven,
                note -> note.equals(known.get(note.file())) ? notes.get(note.file()) : digest(note),
                memory);
    }

    private static Ingredients of(
            BookLayout layout,
            Book book,
            List<WovenNote> woven,
            Function<WovenNote, Digest> digest,
            FileMemory memory) {
        Map<String, Digest> notes = new LinkedHashMap<>();
        woven.forEach(note -> notes.put(note.file(), digest.apply(note)));
        Set<String> files = new HashSet<>(book.included());
        if (woven.stream().flatMap(note -> note.lines().stream()).anyMatch(Ingredients::inlines)) {
            book.all(Note::images).stream().map(ImageUse::file).forEach(files::add);
        }
        Map<String, Digest> digests = new LinkedHashMap<>();
        for (String file : files) {
            Path path = layout.root().resolve(file);
            if (!notes.containsKey(file) && Files.isRegularFile(path)) {
                digests.put(file, memory.digest(path));
            }
        }
        return new Ingredients(notes, digests);
    }

    /** Whether the engine may write into the page what a picture holds. */
    private static boolean inlines(String line) {
        return line.contains("inline") && INLINE.matcher(line).find();
    }

    /**
     * The chapters that are not what they were, in their order, if nothing else has changed.
     *
     * @param woven the notes that these are the digests of
     * @return nothing where more than the text of chapters changed
     */
    Optional<Set<Unit>> changed(Ingredients before, Book book, List<WovenNote> woven) {
        if (!files.keySet().equals(before.files.keySet())
                || !notes.keySet().containsAll(before.notes.keySet())) {
            return Optional.empty();
        }
        Set<String> edited =
                files.keySet().stream()
                        .filter(file -> !files.get(file).equals(before.files.get(file)))
                        .collect(Collectors.toSet());
        if (!edited.isEmpty() && hidden(book, woven)) {
            return Optional.empty();
        }
        Set<String> traced = new HashSet<>();
        Set<Unit> units = new LinkedHashSet<>();
        for (WovenNote note : woven) {
            Set<String> taken =
                    edited.stream().filter(f -> includes(note, f)).collect(Collectors.toSet());
            traced.addAll(taken);
            boolean same = notes.get(note.file()).equals(before.notes.get(note.file()));
            if (!same || !taken.isEmpty()) {
                Optional<Unit> unit = Unit.of(book, note.file());
                if (unit.isEmpty()) {
                    return Optional.empty();
                }
                units.add(unit.get());
            }
        }
        return traced.equals(edited) ? Optional.of(units) : Optional.empty();
    }

    /** Whether a note may take in a file without a line that names it. */
    private boolean hidden(Book book, List<WovenNote> woven) {
        boolean unnamed =
                woven.stream()
                        .flatMap(note -> note.lines().stream())
                        .anyMatch(line -> UNNAMED.matcher(line).find());
        return unnamed
                || files.keySet().stream()
                        .map(book.root()::resolve)
                        .anyMatch(file -> SourceFiles.read(file).contains("include::"));
    }

    /** Whether a note takes in a file that is no note. */
    private static boolean includes(WovenNote note, String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return note.lines().stream()
                .anyMatch(line -> line.contains("::") && line.contains(name + "["));
    }
}
