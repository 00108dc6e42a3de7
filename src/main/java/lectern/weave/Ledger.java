package lectern.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.model.Book;
import lectern.model.Cell;
import lectern.model.CellRun;
import lectern.model.Expectation;

/** Writes every expectation of the book, example by example, each row linked to its example's. */
final class Ledger {
    private static final int COLUMNS = 7;

    private Ledger() {}

    static List<String> lines(Book book, Map<String, CellRun> runs) {
        List<Cell> held =
                book.cells().stream()
                        .filter(cell -> runs.containsKey(cell.id().value()))
                        .filter(cell -> !run(runs, cell).expectations().isEmpty())
                        .toList();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("[.ledger-count]");
        lines.add(count(held.stream().map(cell -> run(runs, cell)).toList()));
        if (!held.isEmpty()) {
            lines.add("");
            lines.add("[.ledger]");
            lines.add("--");
            lines.addAll(
                    ExpectationBlocks.tableStart(
                            ExpectationBlocks.COLUMNS, ExpectationBlocks.HEAD));
            held.forEach(cell -> lines.addAll(group(cell, run(runs, cell))));
            lines.add("|===");
            lines.add("--");
        }
        lines.add("");
        return lines;
    }

    private static String count(List<CellRun> runs) {
        long total = runs.stream().mapToLong(run -> run.expectations().size()).sum();
        long met = runs.stream().mapToLong(ExpectationBlocks::met).sum();
        return total == 0
                ? "No example of this book is held against a published number."
                : "*"
                        + met
                        + " of "
                        + total
                        + " met*, in "
                        + runs.size()
                        + (runs.size() == 1 ? " example." : " examples.");
    }

    private static List<String> group(Cell cell, CellRun run) {
        List<String> lines = new ArrayList<>();
        String id = cell.id().value();
        int total = run.expectations().size();
        lines.add(
                COLUMNS
                        + "+| [.ledger-example]##<<"
                        + id
                        + ","
                        + Plain.cell(id)
                        + ">>, <<"
                        + id
                        + ">>: "
                        + ExpectationBlocks.met(run)
                        + " of "
                        + total
                        + " met##");
        ExpectationBlocks.Rows rows = new ExpectationBlocks.Rows(id);
        for (Expectation expectation : run.expectations()) {
            String row = rows.next(expectation);
            String quantity = ExpectationBlocks.quantity(expectation);
            lines.add(
                    ExpectationBlocks.row(
                            run,
                            expectation,
                            "[[ledger-" + row + "]]<<held-" + row + "," + quantity + ">>",
                            ExpectationBlocks.verdict(run, expectation)));
        }
        return lines;
    }

    private static CellRun run(Map<String, CellRun> runs, Cell cell) {
        return runs.get(cell.id().value());
    }
}
