package lectern.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.model.Artifact;
import lectern.model.CellRun;

/** Writes what a run printed and left as AsciiDoc blocks; the role {@code of-id} names the cell. */
final class OutputBlocks {
    private OutputBlocks() {}

    /** The printed text; no lines when nothing was printed. */
    static List<String> text(String cell, CellRun run) {
        if (run.stdout().isBlank()) {
            return List.of();
        }
        String fence = Plain.fence(run.stdout());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("[.output.of-" + cell + ",subs=specialchars]");
        lines.add(fence);
        lines.addAll(Plain.verbatim(run.stdout()));
        lines.add(fence);
        lines.add("");
        return lines;
    }

    /** A table from comma-separated text; columns of numbers stand at the right. */
    static List<String> table(String cell, Artifact table) {
        List<String> rows = Plain.verbatim(table.content());
        List<String> lines = new ArrayList<>();
        lines.add("[.output.of-" + cell + ",%header,format=csv,cols=\"" + columns(rows) + "\"]");
        lines.add("|===");
        lines.addAll(rows);
        lines.add("|===");
        lines.add("");
        return lines;
    }

    private static String columns(List<String> rows) {
        int count = rows.isEmpty() ? 1 : cells(rows.get(0)).length;
        List<String> columns = new ArrayList<>();
        for (int column = 0; column < count; column++) {
            int at = column;
            boolean numeric =
                    rows.size() > 1
                            && rows.stream()
                                    .skip(1)
                                    .map(OutputBlocks::cells)
                                    .filter(cells -> cells.length > at && !cells[at].isBlank())
                                    .allMatch(
                                            cells ->
                                                    cells[at]
                                                            .strip()
                                                            .matches(
                                                                    "[-+\u2212]?[\\d.,]+(e-?\\d+)?( ?%|x)?"));
            columns.add(numeric ? ">1" : "<2");
        }
        return String.join(",", columns);
    }

    private static String[] cells(String row) {
        return Arrays.stream(row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.replaceAll("^\"|\"$", ""))
                .toArray(String[]::new);
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
