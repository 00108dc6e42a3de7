package lectern.note;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Knob;

/**
 * Reads the attribute {@code knobs}: what of an example's arguments a reader may change in the
 * page.
 *
 * <p>Knobs are parted by semicolons: {@code stages=1..8}, {@code rate=0.1..2 step 0.1}, {@code
 * gpus=1..64 step x2}, {@code order=one|two}, and {@code early} for a switch; {@code default 4} and
 * {@code unit ms} may follow.
 */
final class KnobReader {
    private static final String NUMBER = "-?\\d{1,12}(?:\\.\\d{1,9})?(?:[eE]-?\\d{1,2})?";
    private static final Pattern KNOB =
            Pattern.compile(
                    "([a-z][a-z0-9-]*)"
                            + "(?:\\s*=\\s*([^\\s|]+(?:\\|[^\\s|]+)*))?"
                            + "(?:\\s+step\\s+(x?)("
                            + NUMBER
                            + "))?"
                            + "(?:\\s+default\\s+(\\S+))?"
                            + "(?:\\s+unit\\s+(\\S.*))?");
    private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")\\.\\.(" + NUMBER + ")");
    private static final long MOST_VALUES = 100_000;
    private static final String GRAMMAR =
            "write knobs=\"stages=1..8 default 4; rate=0.1..2 step 0.1; order=one|two; early\"";

    private final List<String> args;
    private final BiConsumer<String, String> complaints;

    /**
     * Read the knobs of one cell.
     *
     * @param args of the recorded run, where defaults are looked up first
     * @param complaints takes a message and a hint for each mistake
     */
    KnobReader(List<String> args, BiConsumer<String, String> complaints) {
        this.args = args;
        this.complaints = complaints;
    }

    /** The knobs in their order; mistaken ones are left out. */
    List<Knob> read(String written) {
        List<Knob> knobs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String part : written.split(";")) {
            String text = part.strip();
            Matcher matcher = KNOB.matcher(text);
            if (text.isEmpty()) {
                continue;
            }
            if (!matcher.matches()) {
                complaints.accept("has the knob '" + text + "'", GRAMMAR);
            } else if (!names.add(matcher.group(1))) {
                complaints.accept(
                        "has the knob '" + matcher.group(1) + "' twice", "leave one of them out");
            } else {
                knob(matcher).ifPresent(knobs::add);
            }
        }
        return knobs;
    }

    private Optional<Knob> knob(Matcher written) {
        String name = written.group(1);
        String values = written.group(2);
        if (values == null) {
            return Optional.of(new Knob.Switch(name, args.contains("--" + name)));
        }
        Matcher range = RANGE.matcher(values);
        if (!range.matches()) {
            return choice(name, values, written.group(5));
        }
        return range(
                written, new BigDecimal(range.group(1)), new BigDecimal(range.group(2)), values);
    }

    private Optional<Knob> choice(String name, String values, String fallback) {
        List<String> words = Arrays.asList(values.split("\\|"));
        if (words.size() < 2) {
            complaints.accept(
                    "has the knob '" + name + "' with the one value '" + values + "'", GRAMMAR);
            return Optional.empty();
        }
        return initial(name, fallback)
                .filter(
                        value -> {
                            if (!words.contains(value)) {
                                outside(name, value, String.join(", ", words));
                            }
                            return words.contains(value);
                        })
                .map(value -> new Knob.Choice(name, words, value));
    }

    private Optional<Knob> range(
            Matcher written, BigDecimal from, BigDecimal limit, String values) {
        String name = written.group(1);
        boolean times = "x".equals(written.group(3));
        int digits = Math.max(digits(from), digits(limit));
        BigDecimal step =
                written.group(4) == null
                        ? BigDecimal.ONE.scaleByPowerOfTen(-digits)
                        : new BigDecimal(written.group(4));
        boolean grows = times ? step.compareTo(BigDecimal.ONE) > 0 : step.signum() > 0;
        if (from.compareTo(limit) >= 0 || !grows || times && from.signum() <= 0) {
            complaints.accept(
                    "has the knob '" + name + "' with an empty range '" + values + "'",
                    "let it rise from the first number to the second, by a step above 0, or by a"
                            + " factor such as x2 from a number above 0");
            return Optional.empty();
        }
        BigDecimal to = Knob.Range.last(from, limit, step, times);
        Optional<BigDecimal> start = initial(name, written.group(5)).flatMap(v -> number(name, v));
        if (start.isEmpty()) {
            return Optional.empty();
        }
        String unit = written.group(6) == null ? "" : written.group(6);
        Knob.Range range = new Knob.Range(name, from, to, step, times, start.get(), unit);
        if (to.equals(from) || range.values() > MOST_VALUES) {
            complaints.accept(
                    "has the knob '" + name + "' with " + range.values() + " values",
                    "choose a step that leaves 2 to " + MOST_VALUES);
            return Optional.empty();
        }
        if (!range.reaches(start.get())) {
            String by = (times ? "x" : "") + Knob.Range.typed(step);
            outside(name, range.initial(), values + " by steps of " + by);
            return Optional.empty();
        }
        return Optional.of(range);
    }

    private static int digits(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    /** What the recorded run takes: its argument, else what the knob says. */
    private Optional<String> initial(String name, String fallback) {
        int at = args.indexOf("--" + name);
        if (at >= 0 && at + 1 < args.size()) {
            return Optional.of(args.get(at + 1));
        }
        if (fallback == null) {
            complaints.accept(
                    "has the knob '" + name + "' without a default",
                    "say which value the recorded run takes, such as 'default 4' behind the range");
        }
        return Optional.ofNullable(fallback);
    }

    private Optional<BigDecimal> number(String name, String value) {
        if (value.matches(NUMBER)) {
            return Optional.of(new BigDecimal(value));
        }
        outside(name, value, "numbers");
        return Optional.empty();
    }

    private void outside(String name, String value, String range) {
        complaints.accept(
                "has the knob '" + name + "' with the default '" + value + "', not one of " + range,
                "widen the range, or choose a step that reaches it");
    }
}
