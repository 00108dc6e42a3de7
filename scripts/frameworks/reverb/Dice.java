package reverb;

/** A source of random numbers whose whole state is one number, so that a checkpoint can hold it (SplitMix64). */
final class Dice {
    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** A number from 0 (included) to 1 (excluded). */
    double next() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }

    long state() {
        return state;
    }

    void restore(long saved) {
        state = saved;
    }
}
