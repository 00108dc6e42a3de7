package lectern.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.model.Artifact;
import lectern.model.CellRun;

/** Writes what a run printed and left as AsciiDoc blocks; the role {@code of-id} names the cell. */
final class OutputBlocks {
    private static final Pattern NUMBER = Pattern.compile("[-+\u2212]?[\\d.,]+(e-?\\d+)?( ?%|x)?");

    private OutputBlocks() {}

    /** The printed text; no lines when nothing was printed. */
    static List<String> text(String cell, CellRun run) {
        if (run.stdout().isBlank()) {
            return List.of();
        }
        String fence = Plain.fence(run.stdout());
        boolean escaped = Plain.needsEntities(run.stdout());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("[.output.of-" + cell + ",subs=" + (escaped ? "none" : "specialchars") + "]");
        lines.add(fence);
        lines.addAll(escaped ? Plain.withEntities(run.stdout()) : Plain.verbatim(run.stdout()));
        lines.add(fence);
        lines.add("");
        return lines;
    }

    /** A table from comma-separated text; columns of numbers stand at the right. */
    static List<String> table(String cell, Artifact table) {
        List<List<String>> rows = Csv.rows(table.content());
        int width = rows.get(0).size();
        List<String> lines = new ArrayList<>();
        lines.add("[.output.of-" + cell + ",%header,cols=\"" + columns(rows, width) + "\"]");
        lines.add("|===");
        for (int i = 0; i < rows.size(); i++) {
            lines.add(row(rows.get(i), width));
            if (i == 0) {
                lines.add("");
            }
        }
        lines.add("|===");
        lines.add("");
        return lines;
    }

    private static String row(List<String> cells, int width) {
        return IntStream.range(0, width)
                .mapToObj(i -> i < cells.size() ? Plain.cell(cells.get(i)) : "")
                .map(text -> text.isEmpty() ? "|" : "| " + text)
                .collect(Collectors.joining(" "));
    }

    private static String columns(List<List<String>> rows, int width) {
        return IntStream.range(0, width)
                .mapToObj(column -> numeric(rows, column) ? ">1" : "<2")
                .collect(Collectors.joining(","));
    }

    private static boolean numeric(List<List<String>> rows, int column) {
        return rows.size() > 1
                && rows.stream()
                        .skip(1)
                        .filter(cells -> cells.size() > column && !cells.get(column).isEmpty())
                        .allMatch(cells -> NUMBER.matcher(cells.get(column)).matches());
    }

    /** A figure that the author did not place. */
    static List<String> figure(String cell, String target, String alt) {
        String quoted = alt.replace("\"", "\\\"").replace("]", "\\]").replace("\n", " ");
        return List.of(
                "", "[.figure.of-" + cell + "]", "image::" + target + "[\"" + quoted + "\"]", "");
    }

    /** Says where a measured cell was run. */
    static List<String> recorded(String cell, String machine) {
        return List.of(
                "",
                "[.recorded.of-" + cell + "]",
                "Measured on " + Plain.inline(machine) + "; your machine will print other times.",
                "");
    }
}
