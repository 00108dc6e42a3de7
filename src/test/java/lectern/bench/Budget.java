package lectern.bench;

import java.util.Locale;
import java.util.StringJoiner;

/**
 * What a command may take; infinity where there is no limit.
 *
 * @param wall seconds from start to end
 * @param cpu seconds of processor time
 * @param memory MiB of the largest process
 */
record Budget(double wall, double cpu, double memory) {
    static final Budget NONE =
            new Budget(
                    Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Budget wall(double seconds) {
        return new Budget(seconds, NONE.cpu, NONE.memory);
    }

    static Budget cpu(double seconds) {
        return new Budget(NONE.wall, seconds, NONE.memory);
    }

    Budget memory(double mebibytes) {
        return new Budget(wall, cpu, mebibytes);
    }

    /** Whether the median of the runs stays within every limit. */
    boolean holds(Series series) {
        return series.median(Usage::wall) <= wall
                && series.median(Usage::cpu) <= cpu
                && series.median(Usage::memory) <= memory;
    }

    /** The limits in words, empty when there is none. */
    @Override
    public String toString() {
        StringJoiner limits = new StringJoiner(", ");
        add(limits, "%.1f s wall", wall);
        add(limits, "%.0f s CPU", cpu);
        add(limits, "%.0f MiB", memory);
        return limits.toString();
    }

    private static void add(StringJoiner limits, String format, double limit) {
        if (Double.isFinite(limit)) {
            limits.add(String.format(Locale.ROOT, format, limit));
        }
    }
}
