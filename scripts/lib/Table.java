import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small table: aligned text for the terminal, CSV for the book.
 *
 * <pre>{@code
 * var table = Table.of("fabric|%s", "rate [GB/s]|%.1f");
 * table.row("NVLink 2", 150.0);
 * System.out.print(table.text());
 * }</pre>
 */
final class Table {
    private final List<String> heads = new ArrayList<>();
    private final List<String> formats = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private Table() {}

    /** Start a table; each column is {@code head|format} with a {@link String#format} pattern for its cells. */
    static Table of(String... columns) {
        var table = new Table();
        for (var column : columns) {
            int bar = column.lastIndexOf('|');
            if (bar < 1) {
                throw new IllegalArgumentException("column '" + column + "' must be head|format");
            }
            table.heads.add(column.substring(0, bar));
            table.formats.add(column.substring(bar + 1));
        }
        return table;
    }

    /** Add a row, one cell per column; an empty string leaves its cell empty whatever the format. */
    Table row(Object... cells) {
        if (cells.length != heads.size()) {
            throw new IllegalArgumentException("row has " + cells.length + " cells, want " + heads.size());
        }
        rows.add(IntStream.range(0, cells.length)
                .mapToObj(i -> "".equals(cells[i]) ? "" : String.format(Locale.ROOT, formats.get(i), cells[i]))
                .toList());
        return this;
    }

    /** Lines of text, columns two blanks apart; a column of numbers is set to the right. */
    String text() {
        var text = new StringBuilder(line(heads));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> pad(cells.get(i), i))
                .collect(Collectors.joining("  "))
                .stripTrailing() + "\n";
    }

    private String pad(String cell, int column) {
        int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        var blanks = " ".repeat(Math.max(width, heads.get(column).length()) - cell.length());
        return numeric(column) ? blanks + cell : cell + blanks;
    }

    private boolean numeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("-?[0-9.,]*( ?%|x)?"));
    }

    /** The same cells as comma-separated values with a header row (RFC 4180, lines end in a line feed). */
    String csv() {
        var csv = new StringBuilder(record(heads));
        rows.forEach(row -> csv.append(record(row)));
        return csv.toString();
    }

    private static String record(List<String> cells) {
        return cells.stream().map(Table::quoted).collect(Collectors.joining(",")) + "\n";
    }

    private static String quoted(String cell) {
        boolean plain = Arrays.stream(new String[] {",", "\"", "\n", "\r"}).noneMatch(cell::contains);
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
