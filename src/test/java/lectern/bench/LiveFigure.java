package lectern.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What was measured of one kind of edit, or of the server.
 *
 * @param book it was measured on
 * @param what it is
 * @param unit of the numbers
 * @param sorted the numbers, the least first
 * @param median at most; infinity where there is no limit
 * @param most 95th percentile at most; infinity where there is no limit
 */
record LiveFigure(
        String book, String what, String unit, List<Double> sorted, double median, double most) {
    static final double ANY = Double.POSITIVE_INFINITY;
    private static final double PERCENTILE = 0.95;

    LiveFigure {
        sorted = sorted.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured of " + what);
        }
    }

    /** Times in milliseconds, with limits of their median and their 95th percentile. */
    static LiveFigure millis(
            String book, String what, List<Double> times, double median, double most) {
        return new LiveFigure(book, what, "ms", times, median, most);
    }

    double middle() {
        int upper = sorted.size() / 2;
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(upper)) / 2;
    }

    double percentile() {
        return sorted.get((int) Math.ceil(sorted.size() * PERCENTILE) - 1);
    }

    /** Whether it is within its limits; nothing where it has none. */
    String verdict() {
        if (Double.isInfinite(median) && Double.isInfinite(most)) {
            return "";
        }
        return middle() <= median && percentile() <= most ? "yes" : "no";
    }

    /** A row of an AsciiDoc table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "|%s |%s |%.0f %s |%.0f |%.0f |%d |%s |%s",
                book,
                what,
                middle(),
                unit,
                percentile(),
                sorted.get(sorted.size() - 1),
                sorted.size(),
                budget(),
                verdict());
    }

    private String budget() {
        OptionalDouble limit =
                median == most && Double.isFinite(median)
                        ? OptionalDouble.of(median)
                        : OptionalDouble.empty();
        if (limit.isPresent()) {
            return String.format(Locale.ROOT, "%.0f %s", median, unit);
        }
        String middle =
                Double.isFinite(median)
                        ? String.format(Locale.ROOT, "%.0f %s median", median, unit)
                        : "";
        String end =
                Double.isFinite(most)
                        ? String.format(Locale.ROOT, "%.0f %s 95th percentile", most, unit)
                        : "";
        return middle.isEmpty() || end.isEmpty() ? middle + end : middle + ", " + end;
    }
}
