package lectern.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** An argument of an example that a reader may change in the page. */
public sealed interface Knob {

    /** Name of the option, without the two hyphens. */
    String name();

    /** Value in the recorded run, as one types it; {@code on} or {@code off} for a switch. */
    String initial();

    /** First of its values. */
    String low();

    /** Last of its values. */
    String high();

    /** The arguments that set it to a value; none for a switch that is off. */
    default List<String> arguments(String value) {
        return List.of("--" + name(), value);
    }

    /**
     * A number within a range.
     *
     * @param from least value
     * @param to greatest value, reached by steps
     * @param step distance of two values, or the factor between them
     * @param times whether the step is a factor
     * @param start value in the recorded run, reached by steps
     * @param unit as shown beside the value; may be empty
     */
    record Range(
            String name,
            BigDecimal from,
            BigDecimal to,
            BigDecimal step,
            boolean times,
            BigDecimal start,
            String unit)
            implements Knob {

        /** Whether steps lead from the least value to a value within the range. */
        public boolean reaches(BigDecimal value) {
            if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
                return false;
            }
            if (!times) {
                return value.subtract(from).remainder(step).signum() == 0;
            }
            BigDecimal at = from;
            while (at.compareTo(value) < 0) {
                at = at.multiply(step);
            }
            return at.compareTo(value) == 0;
        }

        /** The greatest value that steps reach and that is no greater than a limit. */
        public static BigDecimal last(
                BigDecimal from, BigDecimal limit, BigDecimal step, boolean times) {
            if (!times) {
                return from.add(limit.subtract(from).divideToIntegralValue(step).multiply(step));
            }
            BigDecimal at = from;
            while (at.multiply(step).compareTo(limit) <= 0) {
                at = at.multiply(step);
            }
            return at;
        }

        /** A number as one types it. */
        public static String typed(BigDecimal value) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }

        /** How many values there are. */
        public long values() {
            if (!times) {
                return to.subtract(from).divideToIntegralValue(step).longValueExact() + 1;
            }
            double ratio = to.divide(from, MathContext.DECIMAL64).doubleValue();
            return Math.round(Math.log(ratio) / Math.log(step.doubleValue())) + 1;
        }

        @Override
        public String initial() {
            return typed(start);
        }

        @Override
        public String low() {
            return typed(from);
        }

        @Override
        public String high() {
            return typed(to);
        }
    }

    /**
     * One of a few words.
     *
     * @param words in the order in which they are offered
     */
    record Choice(String name, List<String> words, String initial) implements Knob {
        /** Copy the list. */
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public String low() {
            return words.get(0);
        }

        @Override
        public String high() {
            return words.get(words.size() - 1);
        }
    }

    /**
     * A switch: an option without a value.
     *
     * @param on whether it is given in the recorded run
     */
    record Switch(String name, boolean on) implements Knob {
        @Override
        public String initial() {
            return on ? "on" : "off";
        }

        @Override
        public String low() {
            return "off";
        }

        @Override
        public String high() {
            return "on";
        }

        @Override
        public List<String> arguments(String value) {
            return value.equals("on") ? List.of("--" + name) : List.of();
        }
    }
}
