package lectern.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many lines two trees have in common, in order: the longest common subsequence, by the greedy
 * method of Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
 */
final class LineDiff {
    private static final int MOST_EDITS = 4000;

    private LineDiff() {}

    /**
     * The lines that only one of two texts has.
     *
     * @param common lines that both have, in order
     * @param differing the others, {@code -} before the expected, {@code +} before the actual
     */
    record Result(int common, List<String> differing) {}

    /** Compare; with more than {@value #MOST_EDITS} edits only the equal ends count as common. */
    static Result of(List<String> expected, List<String> actual) {
        int start = 0;
        int most = Math.min(expected.size(), actual.size());
        while (start < most && expected.get(start).equals(actual.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && expected.get(expected.size() - 1 - end)
                        .equals(actual.get(actual.size() - 1 - end))) {
            end++;
        }
        List<String> a = expected.subList(start, expected.size() - end);
        List<String> b = actual.subList(start, actual.size() - end);
        List<String> differing = new ArrayList<>();
        int kept = walk(a, b, differing);
        return new Result(start + end + kept, differing);
    }

    private static int walk(List<String> a, List<String> b, List<String> differing) {
        List<int[]> trace = new ArrayList<>();
        int edits = reach(a, b, trace);
        if (edits < 0) {
            a.forEach(line -> differing.add("-" + line));
            b.forEach(line -> differing.add("+" + line));
            return 0;
        }
        int x = a.size();
        int y = b.size();
        List<String> backwards = new ArrayList<>();
        for (int d = edits; d > 0; d--) {
            int[] v = trace.get(d - 1);
            int k = x - y;
            boolean down = k == -d || k != d && at(v, k - 1) < at(v, k + 1);
            int before = down ? k + 1 : k - 1;
            int fromX = at(v, before);
            int fromY = fromX - before;
            backwards.add(down ? "+" + b.get(fromY) : "-" + a.get(fromX));
            x = fromX;
            y = fromY;
        }
        for (int i = backwards.size() - 1; i >= 0; i--) {
            differing.add(backwards.get(i));
        }
        return (a.size() + b.size() - edits) / 2;
    }

    private static int at(int[] v, int k) {
        int place = k + v.length / 2;
        return place < 0 || place >= v.length ? -1 : v[place];
    }

    /** The number of edits; before each step the furthest places are kept in the trace. */
    private static int reach(List<String> a, List<String> b, List<int[]> trace) {
        int[] v = {0};
        for (int d = 0; d <= Math.min(MOST_EDITS, a.size() + b.size()); d++) {
            int[] next = new int[2 * d + 1];
            Arrays.fill(next, -1);
            for (int k = -d; k <= d; k += 2) {
                int x =
                        d == 0
                                ? 0
                                : k == -d || k != d && at(v, k - 1) < at(v, k + 1)
                                        ? at(v, k + 1)
                                        : at(v, k - 1) + 1;
                int y = x - k;
                while (x < a.size() && y < b.size() && a.get(x).equals(b.get(y))) {
                    x++;
                    y++;
                }
                next[k + d] = x;
                if (x >= a.size() && y >= b.size()) {
                    return d;
                }
            }
            trace.add(next);
            v = next;
        }
        return -1;
    }
}
