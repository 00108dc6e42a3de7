package lectern.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.model.CellRun;
import lectern.model.Expectation;
import lectern.model.Fact;
import lectern.model.Relation;
import lectern.text.Numbers;
import lectern.text.Units;

/** Writes expectations as tables: our value, the published one, its source, the deviation. */
final class ExpectationBlocks {
    private static final int SHOWN_OPEN = 4;
    static final String COLUMNS = "<6,>6,>6,<12,>5,<12,<4";
    static final String HEAD =
            "| Quantity | Ours | Published | Source | Off by | Allowed | Verdict";

    private ExpectationBlocks() {}

    /**
     * The expectations of one cell; folded when there are many.
     *
     * @param ledger whether the book has a ledger that the rows can lead to
     */
    static List<String> of(String cell, CellRun run, boolean ledger) {
        List<Expectation> expectations = run.expectations();
        if (expectations.isEmpty()) {
            return List.of();
        }
        long met = met(run);
        int total = expectations.size();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "."
                        + "Held against "
                        + total
                        + " published "
                        + (total == 1 ? "number" : "numbers")
                        + ": "
                        + (met == total ? "all met" : met + " met"));
        boolean folded = total > SHOWN_OPEN;
        lines.add("[" + (folded ? "%collapsible" : "") + ".expectations.of-" + cell + "]");
        lines.add(folded ? "=====" : "--");
        lines.addAll(tableStart(COLUMNS, HEAD));
        Rows rows = new Rows(cell);
        for (Expectation expectation : expectations) {
            String id = rows.next(expectation);
            String verdict = verdict(run, expectation);
            lines.add(
                    row(
                            run,
                            expectation,
                            "[[held-" + id + "]]" + quantity(expectation),
                            ledger ? "<<ledger-" + id + "," + verdict + ">>" : verdict));
        }
        lines.add("|===");
        lines.add(folded ? "=====" : "--");
        lines.add("");
        return lines;
    }

    /** How many expectations of a run its facts meet. */
    static long met(CellRun run) {
        return run.expectations().stream().filter(e -> e.metBy(fact(run, e).value())).count();
    }

    /** Numbers the rows of one fact, which may be held against several numbers. */
    static final class Rows {
        private final String cell;
        private final Map<String, Integer> seen = new HashMap<>();

        Rows(String cell) {
            this.cell = cell;
        }

        /** Id of the next row: cell, fact and number, counting from 1. */
        String next(Expectation expectation) {
            int number = seen.merge(expectation.fact(), 1, Integer::sum);
            return cell + "-" + expectation.fact() + "-" + number;
        }
    }

    /** The name of a fact in words. */
    static String quantity(Expectation expectation) {
        return Plain.cell(expectation.fact().replace('-', ' '));
    }

    /** A mark and a word, so that nobody has to tell colours apart. */
    static String verdict(CellRun run, Expectation expectation) {
        boolean met = expectation.metBy(fact(run, expectation).value());
        return met ? "[.verdict.met]##\u2713\u00a0met##" : "[.verdict.unmet]##\u2717\u00a0unmet##";
    }

    static List<String> tableStart(String columns, String head) {
        return List.of("[%header,cols=\"" + columns + "\"]", "|===", head, "");
    }

    /** One row of a table, its first and its last cell given. */
    static String row(CellRun run, Expectation expectation, String quantity, String verdict) {
        Fact fact = fact(run, expectation);
        double deviation = Relation.deviation(fact.value(), expectation.published());
        String place = expectation.citationPlace();
        return "| "
                + quantity
                + " | "
                + Plain.cell(Units.beside(Numbers.readable(fact.value()), fact.unit()))
                + " | "
                + Plain.cell(published(expectation, fact.unit()))
                + " | <<"
                + expectation.citationKey()
                + ">>"
                + (place.isEmpty() ? "" : ", " + Plain.cell(place))
                + " | "
                + Plain.cell(percent(deviation))
                + " | "
                + Plain.cell(allowed(expectation))
                + " | "
                + verdict;
    }

    private static String published(Expectation expectation, String unit) {
        String number = Units.beside(Numbers.readable(expectation.published()), unit);
        return switch (expectation.relation()) {
            case AT_LEAST -> "\u2265 " + number;
            case AT_MOST -> "\u2264 " + number;
            case WITHIN, EXACTLY -> number;
        };
    }

    private static String allowed(Expectation expectation) {
        String bound =
                switch (expectation.relation()) {
                    case WITHIN ->
                            "\u00b1" + Numbers.readable(100 * expectation.tolerance()) + "\u00a0%";
                    case EXACTLY -> "0";
                    case AT_LEAST, AT_MOST -> "bound";
                };
        return expectation.reason().isBlank() ? bound : bound + ": " + expectation.reason();
    }

    private static String percent(double deviation) {
        if (deviation == 0) {
            return "0";
        }
        boolean tiny = Math.abs(deviation) < 0.00005;
        return tiny ? "<0.01\u00a0%" : Numbers.fixed(100 * deviation, 2) + "\u00a0%";
    }

    private static Fact fact(CellRun run, Expectation expectation) {
        return run.fact(expectation.fact())
                .orElseThrow(
                        () -> new IllegalStateException("run without fact " + expectation.fact()));
    }
}
