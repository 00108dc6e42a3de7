package lectern.inpage.page;

/**
 * The decimal digits of a number, rounded half up as {@link java.util.Formatter} does: from the
 * shortest decimal that reads back as the number, not from its binary value.
 */
final class Numerals {
    private final String digits;
    private final int point;

    /**
     * Digits and the place of the point.
     *
     * @param digits without leading zeros; empty for 0
     * @param point how many of them stand before the point; negative for zeros after it
     */
    private Numerals(String digits, int point) {
        this.digits = digits;
        this.point = point;
    }

    /** The digits of a finite number, without its sign. */
    static Numerals of(double value) {
        return parse(Double.toString(Math.abs(value)));
    }

    /** The digits of a plain or scientific decimal without a sign. */
    static Numerals parse(String decimal) {
        int e = decimal.indexOf('E');
        String mantissa = e < 0 ? decimal : decimal.substring(0, e);
        int exponent = e < 0 ? 0 : Integer.parseInt(decimal.substring(e + 1));
        int dot = mantissa.indexOf('.');
        String all = dot < 0 ? mantissa : mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        int before = (dot < 0 ? mantissa.length() : dot) + exponent;
        int first = 0;
        while (first < all.length() && all.charAt(first) == '0') {
            first++;
        }
        int last = all.length();
        while (last > first && all.charAt(last - 1) == '0') {
            last--;
        }
        return new Numerals(all.substring(first, last), first == last ? 1 : before - first);
    }

    /** Exponent of ten in scientific notation. */
    int exponent() {
        return point - 1;
    }

    /** Round to a number of digits in all, which may be 0 or less. */
    Numerals significant(int count) {
        if (count >= digits.length()) {
            return this;
        }
        if (count < 0 || digits.charAt(count) < '5') {
            return count <= 0
                    ? new Numerals("", 1)
                    : new Numerals(trimmed(digits.substring(0, count)), point);
        }
        int at = count - 1;
        while (at >= 0 && digits.charAt(at) == '9') {
            at--;
        }
        if (at < 0) {
            return new Numerals("1", point + 1);
        }
        return new Numerals(digits.substring(0, at) + (char) (digits.charAt(at) + 1), point);
    }

    private static String trimmed(String text) {
        int last = text.length();
        while (last > 0 && text.charAt(last - 1) == '0') {
            last--;
        }
        return text.substring(0, last);
    }

    /** Plain notation with so many digits after the point. */
    String plain(int decimals) {
        Numerals rounded = significant(point + decimals);
        StringBuilder text = new StringBuilder();
        for (int i = Math.min(0, rounded.point - 1); i < rounded.point; i++) {
            text.append(rounded.digit(i));
        }
        for (int i = 0; i < decimals; i++) {
            text.append(i == 0 ? "." : "").append(rounded.digit(rounded.point + i));
        }
        return text.toString();
    }

    /** Scientific notation with so many digits after the point: {@code 1.50e+02}. */
    String scientific(int decimals) {
        Numerals rounded = significant(1 + decimals);
        StringBuilder text = new StringBuilder().append(rounded.digit(0));
        for (int i = 1; i <= decimals; i++) {
            text.append(i == 1 ? "." : "").append(rounded.digit(i));
        }
        int exponent = rounded.exponent();
        String power = Integer.toString(Math.abs(exponent));
        return text.append(exponent < 0 ? "e-" : "e+")
                .append(power.length() < 2 ? "0" : "")
                .append(power)
                .toString();
    }

    /** Whether all digits are zeros. */
    boolean zero() {
        return digits.isEmpty();
    }

    private char digit(int at) {
        return at >= 0 && at < digits.length() ? digits.charAt(at) : '0';
    }
}
