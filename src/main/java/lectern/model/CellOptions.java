package lectern.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an author can say about the run of a cell and its place on the page.
 *
 * @param args arguments handed to the script
 * @param stdin file fed to standard input, relative to the book root
 * @param data files that the run depends on beside its sources, relative to the book root
 * @param timeout after which the run is killed
 * @param end how the run is meant to end
 * @param view what the page shows
 * @param noise what may differ between two runs
 * @param setting where the cell may be run
 * @param knobs what of the arguments a reader may change in the page; none where the example only
 *     runs outside
 */
public record CellOptions(
        List<String> args,
        Optional<String> stdin,
        List<String> data,
        Duration timeout,
        ExpectedEnd end,
        OutputView view,
        Set<Noise> noise,
        Setting setting,
        List<Knob> knobs) {

    /** The time a run may take when the note says nothing. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    /** What holds where a note says nothing. */
    public static final CellOptions DEFAULT =
            new CellOptions(
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    DEFAULT_TIMEOUT,
                    ExpectedEnd.CLEAN,
                    OutputView.ALL,
                    Set.of(),
                    Setting.ANYWHERE,
                    List.of());

    /** Copy the lists. */
    public CellOptions {
        args = List.copyOf(args);
        data = List.copyOf(data);
        noise = Set.copyOf(noise);
        knobs = List.copyOf(knobs);
    }

    /**
     * The arguments of the recorded run with knobs set anew. One that keeps its value is said only
     * where the recorded run says it: examples hold published numbers against a run without
     * arguments.
     */
    public List<String> arguments(Function<Knob, String> values) {
        List<String> words = new ArrayList<>(fixed());
        for (Knob knob : knobs) {
            String value = values.apply(knob);
            if (!value.equals(knob.initial()) || args.contains("--" + knob.name())) {
                words.addAll(knob.arguments(value));
            }
        }
        return words;
    }

    /** The arguments of the recorded run that no knob changes. */
    public List<String> fixed() {
        List<String> words = new ArrayList<>(args);
        for (Knob knob : knobs) {
            int at = words.indexOf("--" + knob.name());
            if (at >= 0) {
                words.remove(at);
                if (!(knob instanceof Knob.Switch)) {
                    words.remove(at);
                }
            }
        }
        return words;
    }

    /** Whether the run is a measurement that differs from machine to machine. */
    public boolean measured() {
        return setting.measured();
    }
}
