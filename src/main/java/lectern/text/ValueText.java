package lectern.text;

import java.util.List;
import java.util.Set;
import lectern.model.Fact;

/**
 * How a value in prose is printed: {@code digits=3} significant digits, {@code decimals=1} digits
 * after the point, {@code unit=GB/s} converted, {@code bare} without its unit.
 */
public final class ValueText {
    private static final Set<String> OPTIONS = Set.of("digits", "decimals", "unit", "bare");

    private ValueText() {}

    /**
     * Print a fact.
     *
     * @throws IllegalArgumentException saying which option cannot be met
     */
    public static String of(Fact fact, List<String> options) {
        double value = fact.value();
        String unit = fact.unit();
        String number = null;
        boolean bare = false;
        for (String option : options.stream().filter(o -> o.startsWith("unit=")).toList()) {
            String wanted = option.substring(5);
            double factor =
                    Units.factor(unit, wanted)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "cannot convert '"
                                                            + fact.unit()
                                                            + "' to '"
                                                            + wanted
                                                            + "'"));
            value *= factor;
            unit = wanted;
        }
        for (String option : options) {
            String[] parts = option.split("=", 2);
            switch (parts[0]) {
                case "digits" -> number = Numbers.significant(value, count(option, 1));
                case "decimals" -> number = Numbers.fixed(value, count(option, 0));
                case "bare" -> bare = true;
                case "unit" -> require(parts.length == 2, "'unit' needs one: unit=GB/s");
                default ->
                        throw new IllegalArgumentException(
                                "unknown option '"
                                        + option
                                        + "'; "
                                        + NearMiss.hint(parts[0], OPTIONS));
            }
        }
        String printed = number == null ? Numbers.readable(value) : number;
        return bare ? printed : Units.beside(printed, unit);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private static int count(String option, int least) {
        String digits = option.substring(option.indexOf('=') + 1);
        if (!digits.matches("\\d{1,2}") || Integer.parseInt(digits) < least) {
            throw new IllegalArgumentException(
                    "'" + option + "' needs a whole number of at least " + least);
        }
        return Integer.parseInt(digits);
    }
}
