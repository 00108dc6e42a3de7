package parameterserver;

import java.util.Arrays;

/** Keys from {@code first} up to, not including, {@code end}. */
public record KeyRange(int first, int end) {
    /** How many keys. */
    public int size() {
        return end - first;
    }

    /** The part of a rising list of keys that falls into the range. */
    int[] of(int[] keys) {
        return Arrays.copyOfRange(keys, place(keys, first), place(keys, end));
    }

    private static int place(int[] keys, int key) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? -1 - at : at;
    }
}
