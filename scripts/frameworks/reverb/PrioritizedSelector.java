package reverb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Picks a key with a probability proportional to its priority raised to an exponent. */
final class PrioritizedSelector implements Selector {
    private final double exponent;
    private final Dice dice;
    private final SumTree tree = new SumTree();
    private final List<Long> keys = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();

    PrioritizedSelector(double exponent, long seed) {
        this.exponent = exponent;
        this.dice = new Dice(seed);
    }

    private double weight(double priority) {
        // StrictMath, for the sums must be the same on every machine
        return Selector.checked(priority) == 0 ? 0 : StrictMath.pow(priority, exponent);
    }

    @Override
    public void insert(long key, double priority) {
        double weight = weight(priority);
        Selector.unknown(places.containsKey(key), key);
        places.put(key, keys.size());
        keys.add(key);
        tree.set(keys.size() - 1, weight);
    }

    @Override
    public void update(long key, double priority) {
        double weight = weight(priority);
        tree.set(Selector.known(places.get(key), key), weight);
    }

    // tag::delete[]
    @Override
    public void delete(long key) {
        int place = Selector.known(places.remove(key), key);
        int last = keys.size() - 1;
        long moved = keys.remove(last);
        if (place != last) { // the last one takes the free place
            tree.set(place, tree.weight(last));
            keys.set(place, moved);
            places.put(moved, place);
        }
        tree.set(last, 0);
    }

    @Override
    public Picked select() {
        double target = dice.next();
        if (tree.total() == 0) { // nobody has a weight: all are equal
            return new Picked(keys.get((int) (target * keys.size())), 1.0 / keys.size());
        }
        int place = Math.min(tree.find(target * tree.total()), keys.size() - 1);
        return new Picked(keys.get(place), tree.weight(place) / tree.total());
    }
    // end::delete[]

    @Override
    public List<Long> order() {
        return List.copyOf(keys);
    }

    @Override
    public long state() {
        return dice.state();
    }

    @Override
    public void restore(long state) {
        dice.restore(state);
    }
}
