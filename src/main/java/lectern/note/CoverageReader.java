package lectern.note;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lectern.model.Claim;
import lectern.model.Coverage;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.model.SourceElement;
import lectern.text.Csv;
import lectern.text.SourceFiles;

/** Reads the two files of a {@code coverage} macro: a source, and the list of who answers it. */
final class CoverageReader {
    private static final List<String> COLUMNS =
            List.of("from", "to", "kind", "section", "fate", "reason");

    private final ScanContext context;
    private final Path at;
    private final NoteBuilder note;

    CoverageReader(ScanContext context, Path file, NoteBuilder note) {
        this.context = context;
        this.at = file;
        this.note = note;
    }

    /** Take in one macro; what is wrong with it or with its files is reported. */
    void read(String target, String attributes, Location location) {
        String by = AttributeList.parse(attributes).named().getOrDefault("by", "");
        Optional<Path> source = file(target, location);
        Optional<Path> map = file(by, location);
        if (source.isEmpty() || map.isEmpty()) {
            return;
        }
        claims(map.get())
                .ifPresent(
                        claims ->
                                note.coverages.add(
                                        new Coverage(
                                                context.name(source.get()),
                                                SourceFiles.lines(source.get()),
                                                context.name(map.get()),
                                                claims,
                                                location)));
    }

    private Optional<Path> file(String written, Location location) {
        Optional<Path> file = context.beside(at, written).filter(Files::isRegularFile);
        if (file.isPresent()) {
            context.included.add(context.name(file.get()));
            return file;
        }
        context.error(
                Rule.MISSING_FILE,
                location,
                "file '" + written + "' of this coverage does not exist",
                "write coverage::SOURCE.md[by=MAP.csv], both relative to this note");
        return Optional.empty();
    }

    private Optional<List<Claim>> claims(Path map) {
        List<String> lines = SourceFiles.lines(map);
        if (lines.isEmpty() || !Csv.rows(lines.get(0)).equals(List.of(COLUMNS))) {
            context.error(
                    Rule.BAD_COVERAGE,
                    Location.of(context.name(map), 1),
                    "the first line must name the columns",
                    "write " + String.join(",", COLUMNS));
            return Optional.empty();
        }
        List<Claim> claims = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Location location = Location.of(context.name(map), i + 1);
                claim(Csv.rows(lines.get(i)).get(0), location).ifPresent(claims::add);
            }
        }
        return Optional.of(claims);
    }

    private Optional<Claim> claim(List<String> row, Location location) {
        if (row.size() != COLUMNS.size()) {
            return bad(
                    location,
                    "row has " + row.size() + " columns instead of " + COLUMNS.size(),
                    "quote a column that holds a comma");
        }
        int from = line(row.get(0));
        int to = line(row.get(1));
        if (from < 1 || to < from) {
            return bad(
                    location,
                    "'" + row.get(0) + "' to '" + row.get(1) + "' is no range of lines",
                    "lines count from 1, the first stands first");
        }
        Optional<SourceElement> element = SourceElement.named(row.get(2));
        if (element.isEmpty()) {
            return bad(location, "unknown kind '" + row.get(2) + "'", "one of " + kinds());
        }
        boolean corrected = row.get(4).equals("corrected");
        if (!corrected && !row.get(4).equals("kept")) {
            return bad(location, "unknown fate '" + row.get(4) + "'", "one of kept, corrected");
        }
        if (corrected && row.get(5).isEmpty()) {
            return bad(location, "a correction without a reason", "say it in the last column");
        }
        return Optional.of(
                new Claim(from, to, element.get(), row.get(3), corrected, row.get(5), location));
    }

    private static int line(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static String kinds() {
        return Arrays.stream(SourceElement.values())
                .map(SourceElement::label)
                .collect(Collectors.joining(", "));
    }

    private Optional<Claim> bad(Location location, String message, String hint) {
        context.error(Rule.BAD_COVERAGE, location, message, hint);
        return Optional.empty();
    }
}
