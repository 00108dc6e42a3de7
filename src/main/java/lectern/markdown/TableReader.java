package lectern.markdown;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;

/** Reads tables. */
final class TableReader {
    private final InlineReader inlines;
    private final List<Character> alignments = new ArrayList<>();
    private final List<List<List<Inline>>> rows = new ArrayList<>();
    private boolean header;

    TableReader(InlineReader inlines) {
        this.inlines = inlines;
    }

    Block.Table read(TableBlock table, int line) {
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableSeparator) {
                continue;
            }
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    header |= part instanceof TableHead;
                    row(row);
                }
            }
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        while (alignments.size() < columns) {
            alignments.add(' ');
        }
        for (List<List<Inline>> row : rows) {
            while (row.size() < columns) {
                row.add(List.of());
            }
        }
        return new Block.Table(alignments, header, "", rows, line);
    }

    private void row(Node row) {
        List<List<Inline>> cells = new ArrayList<>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                if (rows.isEmpty()) {
                    alignments.add(alignment(cell));
                }
                cells.add(inlines.children(cell));
            }
        }
        rows.add(cells);
    }

    private static char alignment(TableCell cell) {
        if (cell.getAlignment() == null) {
            return ' ';
        }
        return switch (cell.getAlignment()) {
            case LEFT -> '<';
            case CENTER -> '^';
            case RIGHT -> '>';
        };
    }
}
