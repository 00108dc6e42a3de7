package lectern.weave;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.bibliography.ListedSource;
import lectern.model.Bibliography;
import lectern.model.Book;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Heading;
import lectern.model.Location;
import lectern.model.Note;
import lectern.model.Source;
import lectern.model.Xref;

/** Writes a bibliography as a list, each source with what was read of it and where it is cited. */
final class SourceListing {
    private final Map<String, Set<String>> sections = new LinkedHashMap<>();

    /** Find out which section cites which source. */
    SourceListing(Book book, Map<String, CellRun> runs) {
        for (Note note : book.notes()) {
            for (Xref xref : note.xrefs()) {
                cite(note, xref.target(), xref.location());
            }
            for (Cell cell : note.cells()) {
                if (runs.containsKey(cell.id().value())) {
                    runs.get(cell.id().value())
                            .expectations()
                            .forEach(held -> cite(note, held.citationKey(), cell.location()));
                }
            }
        }
    }

    private void cite(Note note, String key, Location from) {
        note.headings().stream()
                .filter(heading -> !heading.id().isEmpty())
                .filter(heading -> heading.location().line() < from.line())
                .reduce((earlier, later) -> later)
                .map(Heading::id)
                .ifPresent(id -> sections.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(id));
    }

    /** The list in place of one macro. */
    List<String> lines(Bibliography bibliography, List<ListedSource> listed) {
        Map<String, Source> sources =
                bibliography.sources().stream()
                        .collect(Collectors.toMap(Source::key, s -> s, (first, second) -> first));
        // in a list of any other style the engine learns of an anchor before it meets the citation
        List<String> lines = new ArrayList<>(List.of("", "[none.bibliography]"));
        for (ListedSource source : listed) {
            lines.add(
                    "* [["
                            + source.key()
                            + ","
                            + label(source, sources.get(source.key()))
                            + "]]pass:[<span class=\"source\">"
                            + source.html().replace("]", "\\]")
                            + "</span>]"
                            + read(sources.get(source.key()))
                            + cited(source.key()));
        }
        lines.add("");
        return lines;
    }

    /** What citations read: author and year, or what the entry itself says they should. */
    private static String label(ListedSource listed, Source source) {
        String label =
                source.field("shorthand").map(text -> "(" + text + ")").orElse(listed.label());
        return label.replace("]", "");
    }

    /** What was read of it: AsciiDoc, a sentence whether its author wrote one or not. */
    private static String read(Source source) {
        return source.field("note").map(SourceListing::sentence).orElse("");
    }

    private static String sentence(String note) {
        String text = note.replaceAll("\\\\([%&_#$])", "$1").strip();
        String first = text.substring(0, text.offsetByCodePoints(0, 1));
        return " [.read]##"
                + first.toUpperCase(Locale.ROOT)
                + text.substring(first.length())
                + (text.endsWith(".") ? "##" : ".##");
    }

    private String cited(String key) {
        Set<String> from = sections.getOrDefault(key, Set.of());
        return from.isEmpty()
                ? ""
                : from.stream()
                        .map(id -> "<<" + id + ">>")
                        .collect(Collectors.joining(", ", " [.cited-in]##Cited in ", ".##"));
    }
}
