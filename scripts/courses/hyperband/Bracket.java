package hyperband;

import java.util.ArrayList;
import java.util.List;

/** One run of successive halving, as planned: how many configurations get how much, rung by rung. */
public record Bracket(int s, List<Rung> rungs) {
    /** Configurations that are trained up to a resource, counted from their first step. */
    public record Rung(int configurations, double resource) {}

    /** Largest s with eta to the power of s not above the resource. */
    public static int largest(int resource, int eta) {
        int s = 0;
        for (long power = eta; power <= resource; power *= eta) {
            s++;
        }
        return s;
    }

    // tag::plan[]
    /** All brackets of Hyperband, the boldest first. */
    public static List<Bracket> plan(int resource, int eta) {
        var brackets = new ArrayList<Bracket>();
        int most = largest(resource, eta);
        for (int s = most; s >= 0; s--) {
            long power = power(eta, s);
            long n = ((most + 1) * power + s) / (s + 1); // <1>
            brackets.add(of(s, n, resource, eta));
        }
        return brackets;
    }

    private static Bracket of(int s, long n, int resource, int eta) {
        var rungs = new ArrayList<Rung>();
        for (int i = 0; i <= s; i++) {
            int configurations = (int) (n / power(eta, i));
            rungs.add(new Rung(configurations, resource / (double) power(eta, s - i)));
        }
        return new Bracket(s, List.copyOf(rungs));
    }
    // end::plan[]

    /** The same with the whole part of (largest + 1)/(s + 1) taken first, as in the paper's example. */
    public static List<Bracket> printed(int resource, int eta) {
        var brackets = new ArrayList<Bracket>();
        int most = largest(resource, eta);
        for (int s = most; s >= 0; s--) {
            brackets.add(of(s, (most + 1) / (s + 1) * power(eta, s), resource, eta));
        }
        return brackets;
    }

    private static long power(int base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }

    // tag::cost[]
    /** Units of resource, when every rung starts its configurations anew. */
    public double cost() {
        return rungs.stream().mapToDouble(rung -> rung.configurations() * rung.resource()).sum();
    }

    /** Units of resource, when survivors go on from a checkpoint. */
    public double resumed() {
        double sum = 0;
        double before = 0;
        for (var rung : rungs) {
            sum += rung.configurations() * (rung.resource() - before);
            before = rung.resource();
        }
        return sum;
    }
    // end::cost[]

    /** Number of evaluations, over all rungs. */
    public int evaluations() {
        return rungs.stream().mapToInt(Rung::configurations).sum();
    }
}
