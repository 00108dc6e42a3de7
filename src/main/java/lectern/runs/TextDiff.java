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

    /** Lines from the first difference that are compared: the time grows with their square. */
    private static final int WINDOW = 1000;

    private TextDiff() {}

    /**
     * A unified difference with three lines of context; empty when the texts are the same.
     *
     * @param name of the file that the record keeps the text in
     */
    static List<String> of(String name, List<String> recorded, List<String> fresh) {
        if (recorded.equals(fresh)) {
            return List.of();
        }
        int shorter = Math.min(recorded.size(), fresh.size());
        int first = 0;
        while (first < shorter && recorded.get(first).equals(fresh.get(first))) {
            first++;
        }
        int same = 0;
        while (same < shorter - first && last(recorded, same).equals(last(fresh, same))) {
            same++;
        }
        int rest = Math.max(0, same - CONTEXT);
        List<String> old = recorded.subList(0, recorded.size() - rest);
        List<String> now = fresh.subList(0, fresh.size() - rest);
        int end = first + WINDOW;
        List<String> lines = unified(name, head(old, end), head(now, end));
        if (lines.size() > MOST_LINES) {
            int more = lines.size() - MOST_LINES;
            lines = lines.subList(0, MOST_LINES);
            lines.add("... cut here: " + more + " more lines");
        }
        if (old.size() > end || now.size() > end) {
            lines.add("... compared no further than line " + end);
        }
        return List.copyOf(lines);
    }

    private static List<String> unified(String name, List<String> old, List<String> now) {
        return new ArrayList<>(
                UnifiedDiffUtils.generateUnifiedDiff(
                        name + " (record)",
                        name + " (now)",
                        old,
                        DiffUtils.diff(old, now),
                        CONTEXT));
    }

    private static List<String> head(List<String> lines, int end) {
        return lines.subList(0, Math.min(end, lines.size()));
    }

    private static String last(List<String> lines, int before) {
        return lines.get(lines.size() - 1 - before);
    }
}
