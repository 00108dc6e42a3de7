package lectern.model;

import java.util.Locale;

/** How a fact is held against a published number. */
public enum Relation {
    /** Relative deviation at most the tolerance; absolute when the published number is 0. */
    WITHIN,
    /** Equal as numbers; the tolerance is 0. */
    EXACTLY,
    /** Not smaller than the published number. */
    AT_LEAST,
    /** Not larger than the published number. */
    AT_MOST;

    private static final double ROUNDING = 1e-12;

    /** The word used in {@code facts.tsv} and run records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Decide whether a measured value keeps to the relation. */
    public boolean holds(double measured, double published, double tolerance) {
        if (Double.isNaN(measured)) {
            return false;
        }
        return switch (this) {
            // the bound itself is within, though 10.5 / 10 - 1 is a little more than 0.05
            case WITHIN -> Math.abs(deviation(measured, published)) <= tolerance * (1 + ROUNDING);
            case EXACTLY -> measured == published;
            case AT_LEAST -> measured >= published;
            case AT_MOST -> measured <= published;
        };
    }

    /** Relative deviation, {@code measured / published - 1}; absolute when published is 0. */
    public static double deviation(double measured, double published) {
        return published == 0 ? measured : measured / published - 1;
    }
}
