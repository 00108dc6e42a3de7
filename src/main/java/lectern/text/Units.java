package lectern.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converts between units that measure the same: prefixes of one unit (GB/s to MB/s, ms to s), bytes
 * and bits, seconds and hours, a ratio and percent.
 */
public final class Units {
    private static final Map<String, Double> SMALL = new LinkedHashMap<>();
    private static final Map<String, Double> LARGE = new LinkedHashMap<>();
    private static final Map<String, Double> BINARY = new LinkedHashMap<>();

    static {
        SMALL.put("n", 1e-9);
        SMALL.put("\u00b5", 1e-6);
        SMALL.put("u", 1e-6);
        SMALL.put("m", 1e-3);
        LARGE.put("k", 1e3);
        LARGE.put("M", 1e6);
        LARGE.put("G", 1e9);
        LARGE.put("T", 1e12);
        LARGE.put("P", 1e15);
        LARGE.put("E", 1e18);
        BINARY.put("Ki", 0x1p10);
        BINARY.put("Mi", 0x1p20);
        BINARY.put("Gi", 0x1p30);
        BINARY.put("Ti", 0x1p40);
        BINARY.put("Pi", 0x1p50);
        BINARY.put("Ei", 0x1p60);
    }

    /** A unit, what it measures, how much of that it is, and the prefixes it takes. */
    private record Base(
            String name, String measures, double size, List<Map<String, Double>> takes) {

        Optional<Double> sizeOf(String unit) {
            if (unit.equals(name)) {
                return Optional.of(size);
            }
            return unit.endsWith(name)
                    ? takes.stream()
                            .map(p -> p.get(unit.substring(0, unit.length() - name.length())))
                            .filter(java.util.Objects::nonNull)
                            .map(prefix -> prefix * size)
                            .findFirst()
                    : Optional.empty();
        }

        List<String> all() {
            List<String> units = new ArrayList<>(List.of(name));
            takes.forEach(set -> set.keySet().forEach(prefix -> units.add(prefix + name)));
            return units;
        }
    }

    private static final List<Base> BASES =
            List.of(
                    new Base("", "ratio", 1, List.of()),
                    new Base("1", "ratio", 1, List.of()),
                    new Base("%", "ratio", 0.01, List.of()),
                    new Base("x", "factor", 1, List.of()),
                    new Base("\u00d7", "factor", 1, List.of()),
                    new Base("B", "data", 8, List.of(LARGE, BINARY)),
                    new Base("byte", "data", 8, List.of()),
                    new Base("bit", "data", 1, List.of(LARGE, BINARY)),
                    new Base("b", "data", 1, List.of(LARGE, BINARY)),
                    new Base("B/s", "data rate", 8, List.of(LARGE, BINARY)),
                    new Base("bit/s", "data rate", 1, List.of(LARGE, BINARY)),
                    new Base("b/s", "data rate", 1, List.of(LARGE, BINARY)),
                    new Base("FLOP", "work", 1, List.of(LARGE)),
                    new Base("FLOP/s", "speed", 1, List.of(LARGE)),
                    new Base("T/s", "transfers", 1, List.of(LARGE)),
                    new Base("Hz", "frequency", 1, List.of(LARGE)),
                    new Base("s", "time", 1, List.of(SMALL)),
                    new Base("min", "time", 60, List.of()),
                    new Base("h", "time", 3600, List.of()),
                    new Base("d", "time", 86_400, List.of()),
                    new Base("W", "power", 1, List.of(SMALL, LARGE)),
                    new Base("J", "energy", 1, List.of(SMALL, LARGE)),
                    new Base("Wh", "energy", 3600, List.of(LARGE)));

    private Units() {}

    /** Factor from one unit to another; empty when they do not measure the same. */
    public static Optional<Double> factor(String from, String to) {
        if (from.equals(to)) {
            return Optional.of(1.0);
        }
        for (Base base : BASES) {
            Optional<Double> size = base.sizeOf(from);
            if (size.isPresent()) {
                return BASES.stream()
                        .filter(other -> other.measures.equals(base.measures))
                        .flatMap(other -> other.sizeOf(to).stream())
                        .findFirst()
                        .map(wanted -> size.get() / wanted);
            }
        }
        return Optional.empty();
    }

    /** All units that a number in some unit can be printed in; none when nothing is known of it. */
    public static List<String> alternatives(String unit) {
        return BASES.stream()
                .filter(base -> base.sizeOf(unit).isPresent())
                .findFirst()
                .map(
                        known ->
                                BASES.stream()
                                        .filter(base -> base.measures.equals(known.measures))
                                        .flatMap(base -> base.all().stream())
                                        .filter(name -> !name.isEmpty())
                                        .toList())
                .orElse(List.of());
    }

    /** What to write in place of a unit that a number cannot be printed in. */
    public static String hint(String unit, String wanted) {
        List<String> others = alternatives(unit);
        if (others.isEmpty()) {
            return "nothing else is known to measure what '" + unit + "' does";
        }
        return NearMiss.of(wanted, others)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(
                        () ->
                                "a number in '"
                                        + unit
                                        + "' can be printed in "
                                        + String.join(", ", others));
    }

    /** A number and its unit as printed: a no-break space between, none before × and %. */
    public static String beside(String number, String unit) {
        return switch (unit) {
            case "", "1" -> number;
            case "x", "\u00d7" -> number + "\u00d7";
            case "%" -> number + "\u00a0%";
            default -> number + "\u00a0" + unit;
        };
    }
}
