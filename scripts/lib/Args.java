import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Command line of one example: options of the form {@code --name value}, declared with default and range.
 *
 * <pre>{@code
 * var args = new Args("ring-all-reduce", "Moves real bytes around a ring.");
 * var ranks = args.whole("ranks", 4, 2, 64, "threads in the ring");
 * args.read(argv);
 * int n = ranks.getAsInt();
 * }</pre>
 */
final class Args {
    private final String script;
    private final String description;
    private final Map<String, Option> options = new LinkedHashMap<>();
    private final Map<String, Double> values = new LinkedHashMap<>();

    /** What one option accepts, {@code low} and {@code high} included; {@code kind} reads after "must be". */
    private record Option(String kind, double fallback, double low, double high, List<String> words, String meaning) {
        boolean flag() {
            return kind.isEmpty();
        }

        String expects() {
            return words.isEmpty() ? kind + " from " + Facts.number(low) + " to " + Facts.number(high)
                    : kind + String.join(", ", words);
        }

        double parse(String text) {
            if (!words.isEmpty()) {
                return words.indexOf(text);
            }
            var pattern = kind.equals("a whole number") ? "-?[0-9]{1,10}" : "-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]{1,3})?";
            return text.matches(pattern) ? Double.parseDouble(text) : Double.NaN;
        }

        String usage() {
            var unless = words.isEmpty() ? Facts.number(fallback) : words.get(0);
            return flag() ? meaning : meaning + "; " + expects() + ", default " + unless;
        }
    }

    /** Start a declaration; {@code script} is the alias, {@code description} one sentence. */
    Args(String script, String description) {
        this.script = script;
        this.description = description;
    }

    /** Declare a whole number; ask the result for the value after {@link #read}. */
    IntSupplier whole(String name, int fallback, int low, int high, String meaning) {
        options.put(name, new Option("a whole number", fallback, low, high, List.of(), meaning));
        return () -> values.getOrDefault(name, (double) fallback).intValue();
    }

    /** Declare a decimal number. */
    DoubleSupplier real(String name, double fallback, double low, double high, String meaning) {
        options.put(name, new Option("a number", fallback, low, high, List.of(), meaning));
        return () -> values.getOrDefault(name, fallback);
    }

    /** Declare a choice of words; without an argument it is the first. */
    Supplier<String> word(String name, List<String> words, String meaning) {
        options.put(name, new Option("one of ", 0, 0, words.size() - 1, words, meaning));
        return () -> words.get(values.getOrDefault(name, 0.0).intValue());
    }

    /** Declare a switch that is off unless it is given. */
    BooleanSupplier flag(String name, String meaning) {
        options.put(name, new Option("", 0, 0, 0, List.of(), meaning));
        return () -> values.containsKey(name);
    }

    /**
     * Read the arguments or leave: {@code --help} prints the usage and exits with 0, a mistake prints one line on
     * standard error and exits with 2.
     */
    void read(String... argv) {
        if (Arrays.asList(argv).contains("--help")) {
            System.out.print(help());
            System.exit(0);
        }
        try {
            parse(argv);
        } catch (IllegalArgumentException mistake) {
            System.err.print(script + ": " + mistake.getMessage() + " (--help lists the options)\n");
            System.exit(2);
        }
    }

    /** Read the arguments; throws {@link IllegalArgumentException} with a sentence that names the option. */
    void parse(String... argv) {
        values.clear();
        for (int i = 0; i < argv.length; i++) {
            var name = argv[i].startsWith("--") ? argv[i].substring(2) : "";
            var option = options.get(name);
            if (option == null) {
                throw new IllegalArgumentException("unknown argument '" + argv[i] + "'");
            }
            if (!option.flag() && i + 1 == argv.length) {
                throw new IllegalArgumentException("--" + name + " needs " + option.expects());
            }
            if (values.put(name, option.flag() ? 1 : value(name, option, argv[++i])) != null) {
                throw new IllegalArgumentException("--" + name + " is given twice");
            }
        }
    }

    private static double value(String name, Option option, String text) {
        double value = option.parse(text);
        if (value >= option.low() && value <= option.high()) {
            return value;
        }
        throw new IllegalArgumentException("--" + name + " must be " + option.expects() + ", got '" + text + "'");
    }

    /** Usage text: what the script does, then one line per option with range and default. */
    String help() {
        var text = new StringBuilder(description + "\n\nUsage: jbang " + script + " [options]\n");
        options.forEach((name, option) -> text.append(line(name, option.usage())));
        return text.append(line("help", "print this text")).toString();
    }

    private static String line(String name, String meaning) {
        return String.format(Locale.ROOT, "  --%-12s %s\n", name, meaning);
    }
}
