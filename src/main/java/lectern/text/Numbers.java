package lectern.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Prints numbers for readers: significant digits, grouped thousands, never an exponent E. */
public final class Numbers {
    /** Significant digits where nobody asks for a number of them. */
    public static final int DEFAULT_DIGITS = 4;

    private Numbers() {}

    /** Print at most four significant digits, integers in full, trailing zeros dropped. */
    public static String readable(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return grouped(BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN));
        }
        BigDecimal rounded = round(value, DEFAULT_DIGITS).stripTrailingZeros();
        return grouped(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    /** Print a fixed number of significant digits, such as 0.985 or 15.75; at least 1. */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return readable(value);
        }
        BigDecimal rounded = round(value, digits);
        int integerDigits = rounded.precision() - rounded.scale();
        return grouped(rounded.setScale(Math.max(0, digits - integerDigits), RoundingMode.HALF_UP));
    }

    /** Print a fixed number of digits after the point. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? grouped(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP))
                : readable(value);
    }

    private static BigDecimal round(double value, int digits) {
        return BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    private static String grouped(BigDecimal value) {
        String plain = value.signum() == 0 ? value.abs().toPlainString() : value.toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        String integer = plain.substring(0, point);
        // four digits read well without a comma: 1800 GB/s
        if (integer.replace("-", "").length() <= 4) {
            return plain.startsWith("-") ? "\u2212" + plain.substring(1) : plain;
        }
        String text =
                String.format(Locale.ROOT, "%,d", new java.math.BigInteger(integer))
                        + plain.substring(point);
        return text.startsWith("-") ? "\u2212" + text.substring(1) : text;
    }
}
