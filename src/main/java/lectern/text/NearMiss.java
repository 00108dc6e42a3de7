package lectern.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearMiss {
    private NearMiss() {}

    /** The candidate nearest to a name, if one is near enough to be a slip of the hand. */
    public static Optional<String> of(String name, Collection<String> candidates) {
        int most = Math.max(2, name.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(name, candidate) <= most)
                .min(
                        Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** A hint that names the nearest candidate, or all of them when none is near. */
    public static String hint(String name, Collection<String> candidates) {
        if (candidates.isEmpty()) {
            return "there is none";
        }
        return of(name, candidates)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(
                        () ->
                                "known: "
                                        + String.join(
                                                ", ",
                                                candidates.stream().sorted().limit(12).toList()));
    }

    /** Levenshtein distance in UTF-16 code units. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
