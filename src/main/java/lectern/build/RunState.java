package lectern.build;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which cells run and which wait, at one moment.
 *
 * @param running cells to when they were started, in nanoseconds of {@link System#nanoTime}
 * @param waiting cells in the order in which they will be run
 * @param done how many are over, however they ended
 */
public record RunState(Map<String, Long> running, List<String> waiting, int done) {
    private static final int NAMED = 3;

    /** Nothing runs and nothing waits. */
    public static final RunState OVER = new RunState(Map.of(), List.of(), 0);

    /** Whether there is nothing to show. */
    public boolean over() {
        return running.isEmpty() && waiting.isEmpty();
    }

    /**
     * One line for a person who watches, such as {@code 3 of 9 done; running ring 1.2 s; waiting
     * mesh, ladder}.
     */
    public String line(long now) {
        String runs =
                running.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(
                                entry ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.1f s",
                                                entry.getKey(),
                                                (now - entry.getValue()) / 1e9))
                        .collect(Collectors.joining(", "));
        int all = done + running.size() + waiting.size();
        return done
                + " of "
                + all
                + " done"
                + (runs.isEmpty() ? "" : "; running " + runs)
                + (waiting.isEmpty() ? "" : "; waiting " + waitingNames());
    }

    private String waitingNames() {
        int more = waiting.size() - NAMED;
        return more <= 0
                ? String.join(", ", waiting)
                : String.join(", ", waiting.subList(0, NAMED)) + " and " + more + " more";
    }
}
