package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.runs.FigureSpecs;

/**
 * Compares the files that a module left with those of the JVM: figures by what they specify, facts
 * by names, units and numbers within the same relative deviation, everything else exactly.
 */
final class PageFiles {
    private static final double TOLERANCE = 1e-9;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(?:[Ee][-+]?[0-9]+)?");

    private PageFiles() {}

    /** What the first file that differs is called and how it does, if there is one. */
    static Optional<String> difference(Path jvm, Path page) {
        Map<String, String> want = read(jvm);
        Map<String, String> got = read(page);
        Set<String> names = new TreeSet<>(want.keySet());
        names.addAll(got.keySet());
        for (String name : names) {
            if (!want.containsKey(name) || !got.containsKey(name)) {
                return Optional.of((got.containsKey(name) ? "leaves " : "leaves no ") + name);
            }
            Optional<String> how = difference(name, want.get(name), got.get(name));
            if (how.isPresent()) {
                return how.map(what -> "leaves another " + name + ": " + what);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(String name, String want, String got) {
        if (name.startsWith("fig-") && name.endsWith(".json")) {
            return FigureSpecs.difference(name, want, got).stream()
                    .filter(line -> line.startsWith("-") || line.startsWith("+"))
                    .filter(line -> !line.startsWith("---") && !line.startsWith("+++"))
                    .findFirst();
        }
        String[] wanted = want.split("\n", -1);
        String[] gotten = got.split("\n", -1);
        for (int i = 0; i < Math.max(wanted.length, gotten.length); i++) {
            String a = i < wanted.length ? wanted[i] : "";
            String b = i < gotten.length ? gotten[i] : "";
            if (!(name.equals("facts.tsv") ? near(a, b) : a.equals(b))) {
                return Optional.of("'" + b + "', not '" + a + "'");
            }
        }
        return Optional.empty();
    }

    private static boolean near(String a, String b) {
        String[] as = a.split("\t", -1);
        String[] bs = b.split("\t", -1);
        boolean same = as.length == bs.length;
        for (int i = 0; same && i < as.length; i++) {
            same = as[i].equals(bs[i]) || nearNumber(as[i], bs[i]);
        }
        return same;
    }

    private static boolean nearNumber(String a, String b) {
        Matcher first = NUMBER.matcher(a);
        Matcher second = NUMBER.matcher(b);
        if (!first.matches() || !second.matches()) {
            return false;
        }
        double x = Double.parseDouble(a);
        double y = Double.parseDouble(b);
        return Math.abs(x - y) <= TOLERANCE * Math.max(Math.abs(x), Math.abs(y));
    }

    private static Map<String, String> read(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(
                        file.getFileName().toString(),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + folder, e);
        }
        return texts;
    }
}
