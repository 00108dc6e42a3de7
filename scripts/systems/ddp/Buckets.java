package ddp;

import java.util.ArrayList;
import java.util.List;

/** Groups of gradients that are reduced together. */
public final class Buckets {
    private Buckets() {}

    // tag::assign[]
    /** Fill buckets backwards; one is closed when it has reached its limit, in bytes. */
    public static List<List<Integer>> assign(long[] bytes, double first, double cap) {
        var buckets = new ArrayList<List<Integer>>();
        var open = new ArrayList<Integer>();
        double filled = 0;
        for (int p = bytes.length - 1; p >= 0; p--) { // <1>
            open.add(p);
            filled += bytes[p];
            if (filled >= (buckets.isEmpty() ? first : cap)) { // <2>
                buckets.add(List.copyOf(open));
                open.clear();
                filled = 0;
            }
        }
        if (!open.isEmpty()) {
            buckets.add(List.copyOf(open));
        }
        return buckets;
    }
    // end::assign[]
}
