package lectern.runs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares figure specifications by what they say: the order of keys and blanks do not count, and
 * two numbers are the same within a relative deviation of 1e-9, far below what a pen can draw.
 */
public final class FigureSpecs {
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    private FigureSpecs() {}

    /** What differs, one leaf of the specification a line; empty when they say the same. */
    public static List<String> difference(String name, String recorded, String fresh) {
        Map<String, Object> old;
        Map<String, Object> now;
        try {
            old = JsonLines.of(recorded);
            now = JsonLines.of(fresh);
        } catch (IllegalArgumentException e) {
            return TextDiff.of(name, recorded.lines().toList(), fresh.lines().toList());
        }
        now.replaceAll((path, value) -> same(old.get(path), value) ? old.get(path) : value);
        return TextDiff.of(name, lines(old), lines(now));
    }

    private static List<String> lines(Map<String, Object> leaves) {
        List<String> lines = new ArrayList<>();
        leaves.forEach((path, value) -> lines.add(path + " = " + value));
        return lines;
    }

    private static boolean same(Object recorded, Object fresh) {
        if (recorded instanceof BigDecimal a && fresh instanceof BigDecimal b) {
            return a.subtract(b).abs().compareTo(a.abs().max(b.abs()).multiply(TOLERANCE)) <= 0;
        }
        return fresh.equals(recorded);
    }
}
