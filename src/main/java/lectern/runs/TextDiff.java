package lectern.runs;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** Differences between two texts, in the form that reviewers read every day. */
final class TextDiff {
    private static final int CONTEXT = 3;

    /** Lines after which a difference is cut; who printed more than this changed everything. */
    private static final int MOST_LINES = 200;

    private TextDiff() {}

    /**
     * A unified difference with three lines of context; empty when the texts are the same.
     *
     * @param name of the file that the record keeps the text in
     */
    static List<String> of(String name, List<String> recorded, List<String> fresh) {
        List<String> lines =
                UnifiedDiffUtils.generateUnifiedDiff(
                        name + " (record)",
                        name + " (now)",
                        recorded,
                        DiffUtils.diff(recorded, fresh),
                        CONTEXT);
        if (lines.size() <= MOST_LINES) {
            return List.copyOf(lines);
        }
        List<String> cut = new ArrayList<>(lines.subList(0, MOST_LINES));
        cut.add("... cut here: " + (lines.size() - MOST_LINES) + " more lines");
        return cut;
    }
}
