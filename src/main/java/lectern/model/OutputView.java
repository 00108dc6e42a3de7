package lectern.model;

import java.util.List;

/**
 * What a page shows of a cell, and how.
 *
 * @param hideCode leave the listing out
 * @param foldCode fold the listing
 * @param hideOutput leave everything that the run left out
 * @param foldOutput fold it
 * @param show which outputs in which order, such as {@code text}, {@code table:rows}, {@code
 *     figure:knee}; empty for all
 */
public record OutputView(
        boolean hideCode,
        boolean foldCode,
        boolean hideOutput,
        boolean foldOutput,
        List<String> show) {

    /** Code and all outputs, nothing folded. */
    public static final OutputView ALL = new OutputView(false, false, false, false, List.of());

    /** Copy the list. */
    public OutputView {
        show = List.copyOf(show);
    }
}
