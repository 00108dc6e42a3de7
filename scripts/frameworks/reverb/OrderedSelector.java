package reverb;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Always picks the first key of an order: by age, which gives FIFO and LIFO, or by priority, which gives the heaps. */
final class OrderedSelector implements Selector {
    // tag::orders[]
    /** When a key came, when it was touched last, and its priority. */
    record Entry(long key, long born, long touched, double priority) {}

    static final Comparator<Entry> OLDEST = Comparator.comparingLong(Entry::born);
    static final Comparator<Entry> NEWEST = OLDEST.reversed();
    static final Comparator<Entry> LOWEST =
            Comparator.comparingDouble(Entry::priority)
                    .thenComparing(Entry::touched); // <1>
    static final Comparator<Entry> HIGHEST =
            Comparator.comparingDouble((Entry e) -> -e.priority())
                    .thenComparing(Entry::touched);
    // end::orders[]

    private final Map<Long, Entry> entries = new HashMap<>();
    private final TreeSet<Entry> ordered;
    private final boolean byAge;
    private long clock;

    OrderedSelector(Comparator<Entry> order) {
        this.ordered = new TreeSet<>(order);
        this.byAge = order == OLDEST || order == NEWEST;
    }

    @Override
    public void insert(long key, double priority) {
        Selector.unknown(entries.containsKey(key), key);
        clock++;
        put(new Entry(key, clock, clock, Selector.checked(priority)));
    }

    @Override
    public void update(long key, double priority) {
        var old = Selector.known(entries.get(key), key);
        var young = new Entry(key, old.born(), ++clock, Selector.checked(priority));
        if (byAge) { // its place stays
            entries.put(key, young);
        } else {
            ordered.remove(old);
            put(young);
        }
    }

    private void put(Entry entry) {
        entries.put(entry.key(), entry);
        ordered.add(entry);
    }

    @Override
    public void delete(long key) {
        ordered.remove(Selector.known(entries.remove(key), key));
    }

    @Override
    public Picked select() {
        return new Picked(ordered.first().key(), 1);
    }

    @Override
    public List<Long> order() {
        return entries.values().stream()
                .sorted(byAge ? OLDEST : Comparator.comparingLong(Entry::touched))
                .map(Entry::key)
                .toList();
    }
}
