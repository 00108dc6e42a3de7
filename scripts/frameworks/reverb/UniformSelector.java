package reverb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Picks every known key with the same probability, in constant time. */
final class UniformSelector implements Selector {
    private final List<Long> keys = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final Dice dice;

    UniformSelector(long seed) {
        this.dice = new Dice(seed);
    }

    @Override
    public void insert(long key, double priority) {
        Selector.checked(priority);
        Selector.unknown(places.containsKey(key), key);
        places.put(key, keys.size());
        keys.add(key);
    }

    @Override
    public void update(long key, double priority) {
        Selector.checked(priority);
        Selector.known(places.get(key), key);
    }

    @Override
    public void delete(long key) {
        int place = Selector.known(places.remove(key), key);
        long last = keys.remove(keys.size() - 1);
        if (last != key) {
            keys.set(place, last);
            places.put(last, place);
        }
    }

    @Override
    public Picked select() {
        return new Picked(keys.get((int) (dice.next() * keys.size())), 1.0 / keys.size());
    }

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
