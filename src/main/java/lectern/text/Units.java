package lectern.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts between prefixes of one unit: GB/s to MB/s, GiB to B, ms to s, a ratio to percent. */
public final class Units {
    private static final List<String> BASES =
            List.of(
                    "FLOP/s", "FLOP", "B/s", "b/s", "bit/s", "B", "b", "bit", "T/s", "Hz", "s", "W",
                    "J", "byte");
    private static final Map<String, Double> PREFIXES =
            Map.ofEntries(
                    Map.entry("", 1.0),
                    Map.entry("n", 1e-9),
                    Map.entry("\u00b5", 1e-6),
                    Map.entry("u", 1e-6),
                    Map.entry("m", 1e-3),
                    Map.entry("k", 1e3),
                    Map.entry("M", 1e6),
                    Map.entry("G", 1e9),
                    Map.entry("T", 1e12),
                    Map.entry("P", 1e15),
                    Map.entry("Ki", 0x1p10),
                    Map.entry("Mi", 0x1p20),
                    Map.entry("Gi", 0x1p30),
                    Map.entry("Ti", 0x1p40));

    private Units() {}

    /** Factor from one unit to another; empty when they do not measure the same. */
    public static Optional<Double> factor(String from, String to) {
        if (from.equals(to)) {
            return Optional.of(1.0);
        }
        if (to.equals("%") && (from.isEmpty() || from.equals("1"))) {
            return Optional.of(100.0);
        }
        for (String base : BASES) {
            Double up = prefix(from, base);
            Double down = prefix(to, base);
            if (up != null && down != null) {
                return Optional.of(up / down);
            }
        }
        return Optional.empty();
    }

    private static Double prefix(String unit, String base) {
        return unit.endsWith(base)
                ? PREFIXES.get(unit.substring(0, unit.length() - base.length()))
                : null;
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
