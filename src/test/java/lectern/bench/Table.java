package lectern.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The figures as AsciiDoc. */
final class Table {
    private final List<Series> all;
    private final StringBuilder text = new StringBuilder();

    Table(List<Series> all, int rounds, String means, String loadBefore) {
        this.all = all;
        add("// Means: %s.", means);
        add(
                "// Load average: %s before, %s after; rounds: %d, in turns.",
                loadBefore, load(), rounds);
        add(
                "// Java %s, %d processors.",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        add("[cols=\"4,3,3,3,1,3,1\",options=header]\n|===");
        add("|Command |CPU s |Wall s |Largest process MiB |Pages |Budget |Within\n");
        all.forEach(this::row);
        add("|===\n");
        ratio(Peers.PLUGIN, " (budget: 0.45)");
        ratio(Peers.PLAIN, "");
        perPage();
    }

    /** What the machine was busy with over the last minute. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(Locale.ROOT, "%.1f", load);
    }

    String text() {
        return text.toString();
    }

    private void row(Series series) {
        Budget budget = series.scenario().budget();
        String verdict = budget.holds(series) ? "yes" : "no";
        add(
                "|%s |%s |%s |%s |%s |%s |%s",
                series.scenario().name(),
                spread(series, Usage::cpu, "%.2f"),
                spread(series, Usage::wall, "%.2f"),
                spread(series, Usage::memory, "%.0f"),
                series.pages() == 0 ? "" : series.pages(),
                budget,
                budget.equals(Budget.NONE) ? "" : verdict);
    }

    /** The median, and in parentheses the least and the most. */
    private static String spread(Series series, ToDoubleFunction<Usage> quantity, String number) {
        return String.format(
                Locale.ROOT,
                number + " (" + number + "–" + number + ")",
                series.median(quantity),
                series.minimum(quantity),
                series.maximum(quantity));
    }

    private void ratio(String peer, String budget) {
        Optional<Series> theirs = find(peer);
        Optional<Series> ours = find(OurScenarios.PROGIT);
        if (ours.isPresent() && theirs.isPresent()) {
            double ratio = ours.get().median(Usage::cpu) / theirs.get().median(Usage::cpu);
            add("* %s takes %.2f of the CPU of: %s%s", OurScenarios.PROGIT, ratio, peer, budget);
        }
    }

    private void perPage() {
        Optional<Series> one = find(OurScenarios.PROGIT);
        Optional<Series> many = find(OurScenarios.PROGIT_MANY);
        if (one.isPresent() && many.isPresent()) {
            double single = one.get().median(Usage::cpu) / one.get().pages();
            double sixteenth = many.get().median(Usage::cpu) / many.get().pages();
            add(
                    "* CPU per page of the site: once %.0f ms, %d times %.0f ms, a ratio of %.2f",
                    single * 1000, OurScenarios.COPIES, sixteenth * 1000, sixteenth / single);
        }
    }

    private Optional<Series> find(String name) {
        return all.stream().filter(series -> series.scenario().name().equals(name)).findFirst();
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
