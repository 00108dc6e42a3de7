package hyperband;

import java.util.ArrayList;
import java.util.List;

/** How Hyperband divides its budget: brackets, and rounds of successive halving in each. */
public final class Brackets {
    /**
     * One round: so many settings run with so much each.
     *
     * @param settings settings that are still in
     * @param resource what each of them has had when the round ends, in units of training
     */
    public record Round(int settings, double resource) {}

    private Brackets() {}

    // tag::brackets[]
    /** Number of the most eager bracket: the largest s with eta^s no more than R. */
    public static int eager(int max, int eta) {
        int s = 0;
        for (long power = eta; power <= max; power *= eta) {
            s++;
        }
        return s;
    }

    /** Settings that bracket {@code s} starts with: as printed in the algorithm, or rounded early. */
    public static int start(int max, int eta, int s, boolean early) {
        long brackets = eager(max, eta) + 1;
        long power = Math.round(Math.pow(eta, s));
        return (int) (early
                ? brackets / (s + 1) * power // <1>
                : (brackets * power + s) / (s + 1)); // <2>
    }

    /** The rounds of bracket {@code s}: keep one in eta, give it eta times as much. */
    public static List<Round> rounds(int max, int eta, int s, boolean early) {
        var rounds = new ArrayList<Round>();
        int settings = start(max, eta, s, early);
        for (int i = 0; i <= s; i++) {
            double power = Math.pow(eta, s - i);
            rounds.add(new Round((int) (settings / Math.pow(eta, i)), max / power));
        }
        return rounds;
    }
    // end::brackets[]

    /** Units of training that a bracket spends when every round starts over. */
    public static double cost(List<Round> rounds) {
        return rounds.stream().mapToDouble(round -> round.settings() * round.resource()).sum();
    }
}
