package lectern.text;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated text: quotes hold commas, line ends and, doubled, quotes. */
public final class Csv {
    private Csv() {}

    /** The cells of each row; never refuses, an open quote ends with the text. */
    public static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String all = text.stripTrailing();
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            if (c == '"' && quoted && i + 1 < all.length() && all.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.length() == 0)) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                row.add(take(cell));
            } else if (c == '\n' && !quoted) {
                row.add(take(cell));
                rows.add(row);
                row = new ArrayList<>();
            } else {
                cell.append(c);
            }
        }
        row.add(take(cell));
        rows.add(row);
        return rows;
    }

    private static String take(StringBuilder cell) {
        String text = cell.toString().strip();
        cell.setLength(0);
        return text;
    }
}
