package lectern.note;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.CellOptions;
import lectern.model.ExpectedEnd;
import lectern.model.Noise;
import lectern.model.OutputView;
import lectern.model.Setting;
import lectern.text.CommandWords;
import lectern.text.NearMiss;

/** Reads what the attributes of a cell say about its run and its place on the page. */
final class CellOptionReader {
    private static final Set<String> OPTIONS =
            Set.of(
                    "hide-code",
                    "fold-code",
                    "hide-output",
                    "fold-output",
                    "volatile",
                    "linenums",
                    "live",
                    "nowrap");
    private static final Set<String> OWN =
            Set.of(
                    "args", "stdin", "data", "timeout", "expect", "show", "noise", "device",
                    "needs", "network", "knobs");
    // what AsciiDoc itself knows of a listing
    private static final Set<String> LISTING =
            Set.of(
                    "indent",
                    "subs",
                    "language",
                    "linenums",
                    "highlight",
                    "lang",
                    "reftext",
                    "caption",
                    "2",
                    "3");
    private static final Pattern TIMEOUT = Pattern.compile("(\\d{1,4})(s|min)");
    private static final Pattern EXIT = Pattern.compile("exit (\\d{1,3})");
    private static final Pattern SHOWN =
            Pattern.compile("text|(table|figure|html):[a-z0-9][a-z0-9-]*");
    private static final Pattern TITLE = Pattern.compile("title-([a-z0-9][a-z0-9-]*)");
    private static final Pattern NEED = Pattern.compile("docker|python|file:\\S+|command:[\\w.-]+");

    private final BlockAttributes attributes;
    private final String cell;
    private final BiConsumer<String, String> complaints;

    /**
     * Read the attributes of one cell.
     *
     * @param cell how messages name it
     * @param complaints takes a message and a hint for each mistake
     */
    CellOptionReader(
            BlockAttributes attributes, String cell, BiConsumer<String, String> complaints) {
        this.attributes = attributes;
        this.cell = cell;
        this.complaints = complaints;
    }

    /** The options; where one is mistaken its default stands in. */
    CellOptions read(ScanContext context) {
        checkNames();
        if (attributes.hasOption("live") && attributes.named("knobs").isEmpty()) {
            complain(
                    "is live without knobs",
                    "say which arguments a reader may change, or leave 'live' out");
        }
        List<String> args = CommandWords.parse(attributes.named("args").orElse(""));
        return new CellOptions(
                args,
                attributes.named("stdin").map(context::rootFile),
                words("data").stream().map(context::rootFile).toList(),
                timeout(),
                end(),
                view(),
                noise(),
                setting(),
                new KnobReader(args, this::complain).read(attributes.named("knobs").orElse("")));
    }

    private void checkNames() {
        for (String name : attributes.names()) {
            if (!OWN.contains(name) && !LISTING.contains(name) && !TITLE.matcher(name).matches()) {
                complain("has an unknown attribute '" + name + "'", NearMiss.hint(name, OWN));
            }
        }
        for (String option : attributes.options()) {
            if (!OPTIONS.contains(option)) {
                complain("has an unknown option '" + option + "'", NearMiss.hint(option, OPTIONS));
            }
        }
    }

    private Duration timeout() {
        Optional<String> written = attributes.named("timeout");
        if (written.isEmpty()) {
            return CellOptions.DEFAULT_TIMEOUT;
        }
        Matcher matcher = TIMEOUT.matcher(written.get());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            complain("has timeout '" + written.get() + "'", "write seconds or minutes: 30s, 2min");
            return CellOptions.DEFAULT_TIMEOUT;
        }
        int number = Integer.parseInt(matcher.group(1));
        return matcher.group(2).equals("s")
                ? Duration.ofSeconds(number)
                : Duration.ofMinutes(number);
    }

    private ExpectedEnd end() {
        String written = attributes.named("expect").orElse("exit 0");
        Matcher exit = EXIT.matcher(written);
        if (written.equals("exception")) {
            return ExpectedEnd.EXCEPTION;
        }
        if (exit.matches()) {
            return new ExpectedEnd(Integer.parseInt(exit.group(1)), false);
        }
        complain("expects '" + written + "'", "write expect=exception or expect=\"exit 3\"");
        return ExpectedEnd.CLEAN;
    }

    private OutputView view() {
        List<String> shown = new ArrayList<>();
        for (String word : words("show")) {
            if (SHOWN.matcher(word).matches()) {
                shown.add(word);
            } else {
                complain(
                        "shows '" + word + "'", "write text, table:name, figure:name or html:name");
            }
        }
        return new OutputView(
                attributes.hasOption("hide-code"),
                attributes.hasOption("fold-code"),
                attributes.hasOption("hide-output"),
                attributes.hasOption("fold-output"),
                attributes.hasOption("live"),
                shown,
                titles());
    }

    private Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String name : attributes.names()) {
            Matcher matcher = TITLE.matcher(name);
            if (matcher.matches()) {
                titles.put(matcher.group(1), attributes.named(name).orElse(""));
            }
        }
        return titles;
    }

    private Set<Noise> noise() {
        Set<Noise> found = EnumSet.noneOf(Noise.class);
        List<String> known = Arrays.stream(Noise.values()).map(Noise::label).toList();
        for (String word : words("noise")) {
            if (known.contains(word)) {
                found.add(Noise.values()[known.indexOf(word)]);
            } else {
                complain("has unknown noise '" + word + "'", NearMiss.hint(word, known));
            }
        }
        return found;
    }

    private Setting setting() {
        List<String> needs = words("needs");
        needs.stream()
                .filter(need -> !NEED.matcher(need).matches())
                .forEach(
                        need ->
                                complain(
                                        "needs '" + need + "'",
                                        "write docker, python, command:name or file:path"));
        String network = attributes.named("network").orElse("no");
        if (!network.matches("yes|no")) {
            complain("has network '" + network + "'", "write network=yes or leave it out");
        }
        return new Setting(
                attributes.hasOption("volatile"),
                attributes.named("device"),
                needs,
                network.equals("yes"));
    }

    private List<String> words(String name) {
        return Arrays.stream(attributes.named(name).orElse("").split("[,;\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void complain(String what, String hint) {
        complaints.accept(cell + " " + what, hint);
    }
}
