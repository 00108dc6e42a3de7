package lectern.markdown;

import java.util.List;
import java.util.stream.Collectors;

/** Sets tables, a row per line. */
final class Tables {
    private Tables() {}

    static void write(List<String> out, Block.Table table) {
        if (!table.title().isEmpty()) {
            out.add("." + Lines.single(List.of(new Inline.Text(table.title()))));
        }
        String columns =
                table.alignments().stream().allMatch(c -> c == ' ')
                        ? table.alignments().size() + "*"
                        : table.alignments().stream()
                                .map(c -> c == ' ' ? "1" : c.toString())
                                .collect(Collectors.joining(","));
        out.add("[" + (table.header() ? "%header," : "") + "cols=\"" + columns + "\"]");
        out.add("|===");
        for (int i = 0; i < table.rows().size(); i++) {
            out.add(
                    table.rows().get(i).stream()
                            .map(Tables::cell)
                            .collect(Collectors.joining(" ")));
            if (i == 0 && table.header() && table.rows().size() > 1) {
                out.add("");
            }
        }
        out.add("|===");
    }

    private static String cell(List<Inline> content) {
        return "|" + Lines.cell(content).replace("|", "\\|");
    }
}
