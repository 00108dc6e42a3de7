import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a run leaves behind: named numbers, the published numbers they are held against, figures and tables.
 *
 * <p>Files go to the directory in the system property {@code lectern.out}, else to {@code out/<script>} below the
 * working directory. {@link #finish} writes {@code facts.tsv}, prints one line per expectation and exits with 1 when
 * one is not met.
 */
final class Facts {
    private final Path directory;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final StringBuilder records = new StringBuilder();
    private final StringBuilder lines = new StringBuilder();
    private boolean met = true;

    /** Start the record of one run; {@code script} is the alias, in kebab case. */
    Facts(String script) {
        this(Path.of(System.getProperty("lectern.out", "out/" + script)));
    }

    Facts(Path directory) {
        this.directory = directory;
    }

    /** Name a number, in kebab case; the unit may be empty. Returns the number. */
    double value(String name, double value, String unit) {
        if (values.put(name, value) != null) {
            throw new IllegalArgumentException("fact '" + name + "' is given twice");
        }
        record("fact", name, number(value), unit);
        return value;
    }

    /** Expect |fact / published - 1| to be at most {@code tolerance}; |fact| itself when {@code published} is 0. */
    void within(String fact, double published, double tolerance, String citation, String reason) {
        double off = published == 0 ? value(fact) : value(fact) / published - 1;
        var says = String.format(Locale.ROOT, "%s, off by %.2g%%", shorten(published), 100 * Math.abs(off));
        expect(Math.abs(off) <= tolerance * (1 + 1e-12), fact, "within", says, published, tolerance, citation, reason);
    }

    /** Expect the fact to be the published number, to the last bit. */
    void exactly(String fact, double published, String citation, String reason) {
        var says = shorten(published) + ", exactly";
        expect(value(fact) == published, fact, "exactly", says, published, 0, citation, reason);
    }

    /** Expect the fact to be the published number or more. */
    void atLeast(String fact, double published, String citation, String reason) {
        var says = "at least " + shorten(published);
        expect(value(fact) >= published, fact, "at-least", says, published, 0, citation, reason);
    }

    /** Expect the fact to be the published number or less. */
    void atMost(String fact, double published, String citation, String reason) {
        var says = "at most " + shorten(published);
        expect(value(fact) <= published, fact, "at-most", says, published, 0, citation, reason);
    }

    private double value(String fact) {
        if (!values.containsKey(fact)) {
            throw new IllegalArgumentException("no fact '" + fact + "' to hold against a published number");
        }
        return values.get(fact);
    }

    private void expect(boolean ok, String fact, String relation, String says, double published, double tolerance,
            String citation, String reason) {
        record("expect", fact, relation, number(published), number(tolerance), citation, reason);
        lines.append(ok ? "ok: " : "FAIL ").append(fact).append(' ').append(shorten(value(fact)));
        lines.append(", published ").append(says).append('\n');
        met &= ok;
    }

    private void record(String... fields) {
        for (var field : fields) {
            if (field.indexOf('\t') >= 0 || field.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("'" + field + "' may hold neither tab nor line feed");
            }
        }
        records.append(String.join("\t", fields)).append('\n');
    }

    /** Leave a figure as {@code fig-<name>.json}. */
    void figure(String name, Plot plot) {
        write("fig-" + name + ".json", plot.json());
    }

    /** Leave a table as {@code table-<name>.csv}. */
    void table(String name, Table table) {
        write("table-" + name + ".csv", table.csv());
    }

    /** Write the record, print the expectations on standard error, exit with 1 when one is not met. */
    void finish() {
        System.err.print(close());
        if (System.getProperty("lectern.out") == null) {
            System.err.print("facts, tables and figures are in " + directory + "\n");
        }
        if (!met) {
            System.exit(1);
        }
    }

    /** Write the record and return one line per expectation. */
    String close() {
        write("facts.tsv", records.toString());
        return lines.toString();
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(file), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + directory.resolve(file), e);
        }
    }

    /** Shortest decimal that reads back as the same double, the same on every JDK; NaN and infinity are refused. */
    static String number(double value) {
        double millionths = Math.rint(value * 1e6);
        if (Math.abs(millionths) < 1e15 && millionths / 1e6 == value) { // few digits, the usual case: quick
            return BigDecimal.valueOf((long) millionths, 6).stripTrailingZeros().toPlainString();
        }
        for (int digits = 15; ; digits++) {
            var decimal = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
            if (decimal.doubleValue() == value) {
                return Math.abs(decimal.scale()) < 22 ? decimal.toPlainString() : decimal.toString();
            }
        }
    }

    private static String shorten(double value) {
        return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
