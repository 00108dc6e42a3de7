package lectern.tangle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.model.Cell;
import lectern.model.CellSource.Inline;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;

/**
 * Tangles the lines of an inline cell into a script that JBang runs: leading imports stay on top,
 * declarations become members, the statements go into {@code main}.
 *
 * <p>The library of the book needs no directive: a snippet that names one of its classes gets it.
 */
public final class Tangler {
    /** Most lines of code that may stand in a note. */
    public static final int MOST_LINES = 14;

    // the header of every script, see the other scripts of the book
    private static final String OPTIONS =
            "//RUNTIME_OPTIONS -Xmx512m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8"
                    + " -Dstderr.encoding=UTF-8 -Djava.awt.headless=true";

    private final SortedMap<String, String> library;
    private final String toLibrary;

    /**
     * Prepare to tangle.
     *
     * @param library sources of the classes that snippets may use without saying so, by name
     * @param toLibrary the folder they lie in, as seen from the tangled file, with a final slash
     */
    public Tangler(Map<String, String> library, String toLibrary) {
        this.library = new TreeMap<>(library);
        this.toLibrary = toLibrary;
    }

    /** Name of the class: {@code ridge-point} becomes {@code RidgePoint}, no two ids the same. */
    public static String className(Cell cell) {
        return Arrays.stream(cell.id().value().split("-", -1))
                .map(Tangler::capital)
                .collect(Collectors.joining());
    }

    private static String capital(String word) {
        return word.isEmpty() || Character.isDigit(word.charAt(0))
                ? "_" + word
                : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** What keeps the lines of a cell from being a script, each fault at its line. */
    public static List<Diagnostic> faults(Cell cell, Inline inline) {
        List<Diagnostic> faults = new ArrayList<>();
        String name = "cell '" + cell.id() + "'";
        long lines = inline.lines().stream().filter(line -> !line.isBlank()).count();
        if (lines > MOST_LINES) {
            faults.add(
                    bad(
                            cell.location(),
                            name + " has " + lines + " lines of code in the note",
                            "make it a script and show its tagged parts: more than "
                                    + MOST_LINES
                                    + " lines are read better so"));
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        List<Chunk> chunks = Chunks.of(inline.lines());
        misplaced(chunks)
                .ifPresent(
                        chunk ->
                                faults.add(
                                        bad(
                                                place(cell, inline, chunk),
                                                name + " declares something between its statements",
                                                "put it before the first statement or after the last")));
        for (int i = 1; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.member() && chunk.first() == chunks.get(i - 1).last()) {
                faults.add(
                        bad(
                                place(cell, inline, chunk),
                                name + " declares something behind other code",
                                "begin a line with it"));
            }
        }
        boolean code = false;
        for (Chunk chunk : chunks) {
            boolean isImport = chunk.kind() == Chunk.Kind.IMPORT;
            if (code && isImport) {
                faults.add(
                        bad(
                                place(cell, inline, chunk),
                                name + " imports after its first statement",
                                "put the imports on top"));
            }
            if (!isImport && chunk.text().startsWith("package ")) {
                faults.add(
                        bad(
                                place(cell, inline, chunk),
                                name + " names a package",
                                "leave it out: the lines become a class without one"));
            }
            code |= !isImport;
        }
        if (chunks.stream().allMatch(chunk -> chunk.kind() != Chunk.Kind.STATEMENT)) {
            faults.add(
                    bad(
                            cell.location(),
                            name + " has no statement to run",
                            "call what it declares, or make it a script"));
        }
        return faults;
    }

    private static Diagnostic bad(Location location, String message, String hint) {
        return Diagnostic.error(Rule.BAD_CELL, location, message, hint);
    }

    private static Location place(Cell cell, Inline inline, Chunk chunk) {
        return Location.of(cell.location().file(), inline.firstLine() + chunk.first());
    }

    /** A member between two statements; a type may stand there, for methods hold types too. */
    private static Optional<Chunk> misplaced(List<Chunk> chunks) {
        int last = -1;
        int first = chunks.size();
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).kind() == Chunk.Kind.STATEMENT) {
                first = Math.min(first, i);
                last = i;
            }
        }
        int from = first;
        int to = last;
        return Stream.iterate(0, i -> i < chunks.size(), i -> i + 1)
                .filter(i -> i > from && i < to)
                .map(chunks::get)
                .filter(
                        chunk ->
                                chunk.kind() == Chunk.Kind.STATIC
                                        || chunk.kind() == Chunk.Kind.METHOD)
                .findFirst();
    }

    /**
     * The script in which each line of the cell has the number that it has in the note, so that the
     * places of compiler errors and stack traces are places in the note.
     */
    public String padded(Cell cell, Inline inline) {
        List<String> header = header(inline, "");
        int room = inline.firstLine() - 1;
        List<String> lines =
                new ArrayList<>(header.subList(0, Math.min(header.size(), Math.max(0, room - 1))));
        while (lines.size() < room) {
            lines.add("");
        }
        lines.addAll(new Glue(className(cell), inline.lines()).inPlace(lines));
        return String.join("\n", lines) + "\n";
    }

    /** The script as a reader would write it, with a description. */
    public String readable(Cell cell, Inline inline, String description) {
        List<String> lines = new ArrayList<>();
        lines.add("///usr/bin/env jbang \"$0\" \"$@\" ; exit $?");
        lines.addAll(header(inline, description));
        lines.add("");
        lines.addAll(new Glue(className(cell), inline.lines()).apart());
        return String.join("\n", lines) + "\n";
    }

    /** The classes of the library that a text names, and those that they name in turn. */
    private SortedSet<String> used(String text) {
        SortedSet<String> used = new TreeSet<>();
        Deque<String> texts = new ArrayDeque<>(List.of(text));
        while (!texts.isEmpty()) {
            String next = texts.pop();
            library.forEach(
                    (name, source) -> {
                        boolean named = Pattern.compile("\\b" + name + "\\b").matcher(next).find();
                        if (named && used.add(name)) {
                            texts.push(source);
                        }
                    });
        }
        return used;
    }

    /** The directives; what is most needed stands early, for a note's first lines are few. */
    private List<String> header(Inline inline, String description) {
        List<String> header = new ArrayList<>();
        String sources =
                used(inline.text()).stream()
                        .map(name -> toLibrary + name + ".java")
                        .collect(Collectors.joining(" "));
        header.add("//JAVA 17+");
        if (!sources.isEmpty()) {
            header.add("//SOURCES " + sources);
        }
        if (!description.isEmpty()) {
            header.add("//DESCRIPTION " + description);
        }
        header.add("//COMPILE_OPTIONS -encoding UTF-8");
        header.add(OPTIONS);
        return header;
    }
}
