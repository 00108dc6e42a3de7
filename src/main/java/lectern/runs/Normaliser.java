package lectern.runs;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Noise;

/**
 * Takes out of printed text what a cell declares to differ from run to run. A duration, an absolute
 * path and the name of a thread become one placeholder each; identity hash codes are numbered in
 * the order they appear, so that the same object stays the same and another stays another.
 */
public final class Normaliser {
    private static final Pattern DURATION =
            Pattern.compile(
                    "(?<![\\w.])(?:\\d+(?:\\.\\d+)? ?(?:ns|us|µs|μs|ms|s|min|h)"
                            + "(?: (?=\\d))?)+(?![\\w.]*\\w)|\\bPT[\\d.HMS]+\\b");
    private static final Pattern PATH =
            Pattern.compile(
                    "(?<![\\w:/.\\\\])(?:[A-Za-z]:\\\\|/)[\\w.@~+-]+(?:[/\\\\][\\w.@~+-]+)+");
    private static final Pattern LAMBDA =
            Pattern.compile("\\$\\$Lambda(?:\\$\\d+)?(?:/(?:0x)?[0-9a-f]+)?");
    private static final Pattern HASH =
            Pattern.compile("(?<=[\\w$;>\\])])@([0-9a-f]{1,8})(?![\\w-]|\\.\\w)");
    private static final Pattern THREAD =
            Pattern.compile(
                    "\\b(?:VirtualThread|Thread)\\[[^\\]\\n]*\\]"
                            + "|\\bpool-\\d+-thread-\\d+"
                            + "|\\bForkJoinPool(?:\\.commonPool|-\\d+)-worker-\\d+"
                            + "|\\bThread-\\d+");

    private final Set<Noise> noise;

    /** Normalise what a cell declares, which may be nothing. */
    public Normaliser(Set<Noise> noise) {
        this.noise = Set.copyOf(noise);
    }

    /** The text with placeholders; applied again it stays as it is. */
    public String apply(String text) {
        String result = text;
        // threads and paths first: both hold digits and letters that look like something else
        if (noise.contains(Noise.THREADS)) {
            result = THREAD.matcher(result).replaceAll("[thread]");
        }
        if (noise.contains(Noise.PATHS)) {
            result = PATH.matcher(result).replaceAll("[path]");
        }
        if (noise.contains(Noise.HASHES)) {
            result = hashes(LAMBDA.matcher(result).replaceAll("\\$\\$Lambda"));
        }
        if (noise.contains(Noise.DURATIONS)) {
            result = DURATION.matcher(result).replaceAll("[time]");
        }
        return result;
    }

    private static String hashes(String text) {
        Map<String, Integer> seen = new HashMap<>();
        Matcher matcher = HASH.matcher(text);
        return matcher.replaceAll(
                found -> {
                    Integer next = seen.size() + 1;
                    Integer number = seen.computeIfAbsent(found.group(1), hash -> next);
                    return "@[hash " + number + "]";
                });
    }
}
