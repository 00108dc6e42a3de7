package lectern.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Setting;
import lectern.text.Csv;

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

    /**
     * A table: AsciiDoc as it is, or one from comma-separated text, in which columns of numbers
     * stand at the right.
     */
    static List<String> table(String cell, Artifact table) {
        List<String> lines = new ArrayList<>();
        if (table.kind() == ArtifactKind.ADOC_TABLE) {
            lines.add("[.output.of-" + cell + "]");
            lines.addAll(Plain.verbatim(table.content()));
            lines.add("");
            return lines;
        }
        List<List<String>> rows = Csv.rows(table.content());
        int width = rows.get(0).size();
        lines.add("[.output.of-" + cell + "%header,cols=\"" + columns(rows, width) + "\"]");
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
        String quoted = alt.strip().replace("\"", "\\\"").replace("]", "\\]").replace("\n", " ");
        return List.of(
                "[.figure.of-" + cell + "]", "image::" + target + "[\"" + quoted + "\"]", "");
    }

    /** Everything that a cell left, behind a line that opens it. */
    static List<String> folded(String cell, List<String> outputs) {
        String fence = Plain.exampleFence(outputs);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(".Output");
        lines.add("[%collapsible.output-fold.of-" + cell + "]");
        lines.add(fence);
        lines.addAll(outputs);
        lines.add(fence);
        lines.add("");
        return lines;
    }

    /** Says where a cell was run whose results cannot be had on any machine. */
    static List<String> recorded(Cell cell, CellRun run) {
        Setting setting = cell.options().setting();
        String where = run.machine().map(machine -> " on " + Plain.inline(machine)).orElse("");
        if (setting.device().isPresent()) {
            String device = Plain.inline(device(setting.device().get()));
            return remark(cell, "Recorded" + where + "; not run where there is no " + device + ".");
        }
        return where.isEmpty()
                ? List.of()
                : remark(cell, "Measured" + where + "; your machine will print other times.");
    }

    /** Says that a cell has never been run, and what it would take. */
    static List<String> notRun(Cell cell) {
        Setting setting = cell.options().setting();
        List<String> needs = new ArrayList<>();
        setting.device().map(OutputBlocks::device).ifPresent(needs::add);
        needs.addAll(setting.needs());
        String needed =
                needs.isEmpty() ? "" : " (needs " + Plain.inline(String.join(", ", needs)) + ")";
        return remark(cell, "Not run here" + needed + ".");
    }

    private static String device(String device) {
        return device.equals("gpu") ? "GPU" : device;
    }

    private static List<String> remark(Cell cell, String sentence) {
        return List.of("", "[.recorded.of-" + cell.id() + "]", sentence, "");
    }
}
