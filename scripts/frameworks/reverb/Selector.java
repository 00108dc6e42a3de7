package reverb;

import java.util.List;

/** Picks a key out of those it was told of: for a table, what to sample next or what to remove next. */
public interface Selector {
    // tag::selector[]
    /** Start to know a key; its priority must be a number of at least 0. */
    void insert(long key, double priority);

    /** Give a known key another priority. */
    void update(long key, double priority);

    /** Forget a key. */
    void delete(long key);

    /** Pick one of the known keys, and say how probable that was. */
    Picked select();
    // end::selector[]

    /** State of the dice, 0 for selectors that have none. */
    default long state() {
        return 0;
    }

    /** Known keys in an order that, inserted anew, gives a selector of the same mind. */
    List<Long> order();

    /** Set the dice to a saved state. */
    default void restore(long state) {}

    /** A key and the probability with which it was picked. */
    record Picked(long key, double probability) {}

    /** The six of Reverb, by the names of its README. */
    enum Kind {
        FIFO, LIFO, UNIFORM, PRIORITIZED, MIN_HEAP, MAX_HEAP;

        /** A selector of this kind; seed and exponent matter to those that use them. */
        public Selector create(double exponent, long seed) {
            return switch (this) {
                case FIFO -> new OrderedSelector(OrderedSelector.OLDEST);
                case LIFO -> new OrderedSelector(OrderedSelector.NEWEST);
                case UNIFORM -> new UniformSelector(seed);
                case PRIORITIZED -> new PrioritizedSelector(exponent, seed);
                case MIN_HEAP -> new OrderedSelector(OrderedSelector.LOWEST);
                case MAX_HEAP -> new OrderedSelector(OrderedSelector.HIGHEST);
            };
        }
    }

    /** Refuse what is no priority. */
    static double checked(double priority) {
        if (priority >= 0 && priority < Double.POSITIVE_INFINITY) {
            return priority;
        }
        throw new IllegalArgumentException("priority must be a number of at least 0, got " + priority);
    }

    /** Refuse a key that is not known. */
    static <T> T known(T found, long key) {
        if (found == null) {
            throw new IllegalArgumentException("key " + key + " is not in the selector");
        }
        return found;
    }

    /** Refuse a key that is known already. */
    static void unknown(boolean known, long key) {
        if (known) {
            throw new IllegalArgumentException("key " + key + " is in the selector already");
        }
    }
}
