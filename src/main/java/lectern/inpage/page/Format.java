package lectern.inpage.page;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Stands in for {@link java.util.Formatter} in the page, where the compiler's own one knows neither
 * {@code %g} nor {@code %e} and brings the languages of the world along. Knows what examples use,
 * always in {@link Locale#ROOT}: {@code %d %f %e %g %s %c %b %x %o %n %%} with width, precision,
 * index and the flags {@code - 0 + , } and blank; the rest is refused in so many words.
 */
public final class Format {
    private static final String FLAGS = "-0+, ";

    private final String pattern;
    private final Object[] args;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int next;
    private int latest = -1;

    private Format(String pattern, Object[] args) {
        this.pattern = pattern;
        this.args = args == null ? new Object[] {null} : args;
    }

    /** One conversion, as written. */
    private record Directive(String flags, int width, int precision, char kind) {
        boolean has(char flag) {
            return flags.indexOf(flag) >= 0;
        }
    }

    /** What {@code String.format} gives. */
    public static String of(String pattern, Object... args) {
        return new Format(pattern, args).text();
    }

    private String text() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            if (c == '%') {
                directive();
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void directive() {
        int start = at;
        int number = number();
        int index = -1;
        if (number > 0 && peek() == '$') {
            index = number - 1;
            at++;
            number = -1;
        } else if (peek() == '<') {
            index = latest;
            at++;
        }
        StringBuilder flags = new StringBuilder();
        if (number < 0) {
            while (FLAGS.indexOf(peek()) >= 0) {
                flags.append(pattern.charAt(at++));
            }
            number = number();
        }
        int precision = -1;
        if (peek() == '.') {
            at++;
            precision = number();
        }
        char kind = peek();
        at++;
        Directive directive = new Directive(flags.toString(), number, precision, kind);
        if (kind == '%' || kind == 'n') {
            pad(kind == 'n' ? "\n" : "%", directive);
            return;
        }
        latest = index >= 0 ? index : next++;
        if (latest >= args.length) {
            throw new IllegalArgumentException(
                    "Format specifier '%" + pattern.substring(start, at) + "'");
        }
        convert(directive, args[latest]);
    }

    private char peek() {
        if (at >= pattern.length()) {
            throw new IllegalArgumentException("Conversion = '%'");
        }
        return pattern.charAt(at);
    }

    /** A number that does not begin with 0, or -1. */
    private int number() {
        int start = at;
        while (Character.isDigit(peek()) && (at > start || peek() != '0' || precisionAt(start))) {
            at++;
        }
        return at == start ? -1 : Integer.parseInt(pattern.substring(start, at));
    }

    private boolean precisionAt(int start) {
        return start > 0 && pattern.charAt(start - 1) == '.';
    }

    private void convert(Directive directive, Object value) {
        char kind = Character.toLowerCase(directive.kind());
        String text;
        switch (kind) {
            case 's' -> text = cut(String.valueOf(value), directive);
            case 'b' ->
                    text =
                            cut(
                                    Boolean.toString(
                                            value instanceof Boolean b ? b : value != null),
                                    directive);
            case 'c' -> text = character(value);
            case 'd', 'f', 'e', 'g' -> {
                if (value != null) {
                    signed(directive, kind, value);
                    return;
                }
                text = "null";
            }
            case 'x' -> text = radix(value, 16, directive);
            case 'o' -> text = radix(value, 8, directive);
            default ->
                    throw new UnsupportedOperationException(
                            "the page cannot format %" + directive.kind());
        }
        pad(kind == directive.kind() ? text : text.toUpperCase(Locale.ROOT), directive);
    }

    private static String cut(String text, Directive directive) {
        int most = directive.precision();
        return most >= 0 && most < text.length() ? text.substring(0, most) : text;
    }

    private static String character(Object value) {
        return value instanceof Integer code
                ? new String(Character.toChars(code))
                : String.valueOf(value);
    }

    private static String radix(Object value, int radix, Directive directive) {
        String text;
        if (value instanceof Long wide) {
            text = radix == 16 ? Long.toHexString(wide) : Long.toOctalString(wide);
        } else if (value instanceof BigInteger big) {
            text = big.toString(radix);
        } else if (value instanceof Byte || value instanceof Short) {
            int mask = value instanceof Byte ? 0xff : 0xffff;
            text = Integer.toString(((Number) value).intValue() & mask, radix);
        } else {
            int whole = (Integer) value;
            text = radix == 16 ? Integer.toHexString(whole) : Integer.toOctalString(whole);
        }
        return directive.has('0')
                ? "0".repeat(Math.max(0, directive.width() - text.length())) + text
                : text;
    }

    private void signed(Directive directive, char kind, Object value) {
        boolean negative;
        String digits;
        boolean finite = true;
        if (kind == 'd') {
            if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
                throw new IllegalArgumentException("d != " + value.getClass().getName());
            }
            String text = value.toString();
            negative = text.startsWith("-");
            digits = negative ? text.substring(1) : text;
        } else if (value instanceof BigDecimal big) {
            negative = big.signum() < 0;
            digits = decimal(big.abs(), directive, kind);
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            negative = Double.compare(number, 0) < 0 && !Double.isNaN(number);
            finite = !Double.isNaN(number) && !Double.isInfinite(number);
            digits =
                    finite
                            ? floating(Numerals.of(number), directive, kind)
                            : Double.isNaN(number) ? "NaN" : "Infinity";
        } else {
            throw new IllegalArgumentException(kind + " != " + value.getClass().getName());
        }
        if (finite && directive.has(',')) {
            digits = grouped(digits);
        }
        String sign = negative ? "-" : digits.equals("NaN") ? "" : plus(directive);
        int zeros = directive.width() - sign.length() - digits.length();
        if (finite && directive.has('0') && zeros > 0) {
            digits = "0".repeat(zeros) + digits;
        }
        String text = sign + digits;
        pad(
                Character.isUpperCase(directive.kind()) ? text.toUpperCase(Locale.ROOT) : text,
                directive);
    }

    private static String plus(Directive directive) {
        return directive.has('+') ? "+" : directive.has(' ') ? " " : "";
    }

    private static String decimal(BigDecimal value, Directive directive, char kind) {
        int precision = directive.precision() < 0 ? 6 : directive.precision();
        return kind == 'f'
                ? value.setScale(precision, RoundingMode.HALF_UP).toPlainString()
                : floating(Numerals.parse(value.toString()), directive, kind);
    }

    private static String floating(Numerals number, Directive directive, char kind) {
        int precision = directive.precision() < 0 ? 6 : directive.precision();
        if (kind == 'f') {
            return number.plain(precision);
        }
        if (kind == 'e') {
            return number.scientific(precision);
        }
        int digits = Math.max(1, precision);
        if (number.zero()) {
            return number.plain(digits - 1);
        }
        int exponent = number.significant(digits).exponent();
        return exponent < -4 || exponent >= digits
                ? number.scientific(digits - 1)
                : number.plain(digits - 1 - exponent);
    }

    private static String grouped(String digits) {
        int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        for (int at = end - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private void pad(String text, Directive directive) {
        String blanks = " ".repeat(Math.max(0, directive.width() - text.length()));
        out.append(directive.has('-') ? text + blanks : blanks + text);
    }
}
