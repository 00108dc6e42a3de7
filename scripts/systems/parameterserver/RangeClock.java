package parameterserver;

import java.util.TreeMap;

/** For each worker and key, the last iteration that arrived: kept by ranges, because a push sets many keys at once. */
public final class RangeClock {
    private final int workers;
    private final TreeMap<Integer, int[]> times = new TreeMap<>(); // first key of a range -> time per worker
    private final KeyRange all;

    /** A clock that says 0 for every worker and every key of {@code all}. */
    public RangeClock(int workers, KeyRange all) {
        this.workers = workers;
        this.all = all;
        times.put(all.first(), new int[workers]);
    }

    // tag::clock[]
    /** Note that a worker's push for these keys has arrived; time never runs backwards. */
    public void set(int worker, KeyRange range, int time) {
        split(range.first()); // <1>
        split(range.end());
        for (var part : times.subMap(range.first(), range.end()).values()) {
            part[worker] = Math.max(part[worker], time);
        }
    }

    /** Let a range begin at this key: at most two new ranges for each push. */
    private void split(int key) {
        if (key > all.first() && key < all.end()) {
            times.computeIfAbsent(key, k -> times.lowerEntry(k).getValue().clone());
        }
    }
    // end::clock[]

    /** The iteration that every worker has reached for every key of the range. */
    public int oldest(KeyRange range) {
        int oldest = Integer.MAX_VALUE;
        int from = times.floorKey(Math.max(range.first(), all.first()));
        for (var part : times.subMap(from, Math.max(from + 1, range.end())).values()) {
            for (int worker = 0; worker < workers; worker++) {
                oldest = Math.min(oldest, part[worker]);
            }
        }
        return oldest;
    }

    /** Ranges kept now. */
    public int ranges() {
        return times.size();
    }
}
