package lectern.weave;

import java.util.ArrayList;
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
    private static final String HEAD = "| Quantity | Ours | Published | Source | Off by | Allowed";

    private ExpectationBlocks() {}

    /** The expectations of one cell; folded when there are many. */
    static List<String> of(String cell, CellRun run) {
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
        lines.addAll(tableStart("<8,>6,>6,<8,>5,<9", HEAD));
        expectations.forEach(expectation -> lines.add(row(run, expectation)));
        lines.add("|===");
        lines.add(folded ? "=====" : "--");
        lines.add("");
        return lines;
    }

    /** Every expectation of the book, linked to the example that holds it. */
    static List<String> ledger(Map<String, CellRun> runs) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("[.ledger]");
        lines.add("--");
        lines.addAll(tableStart("<8,<7,>6,>6,<8,>5,<10", "| Example " + HEAD));
        runs.forEach(
                (cell, run) ->
                        run.expectations()
                                .forEach(
                                        e ->
                                                lines.add(
                                                        "| <<"
                                                                + cell
                                                                + ","
                                                                + Plain.cell(cell)
                                                                + ">> "
                                                                + row(run, e))));
        lines.add("|===");
        lines.add("--");
        lines.add("");
        return lines;
    }

    /** How many expectations of a run its facts meet. */
    static long met(CellRun run) {
        return run.expectations().stream().filter(e -> e.metBy(fact(run, e).value())).count();
    }

    private static List<String> tableStart(String columns, String head) {
        return List.of("[%header,cols=\"" + columns + "\"]", "|===", head, "");
    }

    private static String row(CellRun run, Expectation expectation) {
        Fact fact = fact(run, expectation);
        double deviation = Relation.deviation(fact.value(), expectation.published());
        String place = expectation.citationPlace();
        return "| "
                + Plain.cell(fact.name().replace('-', ' '))
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
                + Plain.cell(allowed(expectation));
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
