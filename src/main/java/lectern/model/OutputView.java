package lectern.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page shows of a cell, and how.
 *
 * @param hideCode leave the listing out; its anchor, its title and the command stay
 * @param foldCode fold the listing
 * @param hideOutput leave everything that the run left out, but for what it is held against
 * @param foldOutput fold it
 * @param live whether its figures move while a reader runs it in the page
 * @param show which outputs in which order, such as {@code text}, {@code table:rows}, {@code
 *     figure:knee}; empty for all
 * @param titles of outputs by their name, such as {@code knee}; in the order of the note
 */
public record OutputView(
        boolean hideCode,
        boolean foldCode,
        boolean hideOutput,
        boolean foldOutput,
        boolean live,
        List<String> show,
        Map<String, String> titles) {

    /** How {@code show} names what a run printed. */
    public static final String TEXT = "text";

    /** Code and all outputs, nothing folded. */
    public static final OutputView ALL =
            new OutputView(false, false, false, false, false, List.of(), Map.of());

    /** Copy the lists. */
    public OutputView {
        show = List.copyOf(show);
        titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    }

    /** Whether an output, named as in {@code show}, is meant to stand on the page at all. */
    public boolean shows(String label) {
        return !hideOutput && (show.isEmpty() || show.contains(label));
    }
}
