package recompute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is in memory, and when; time counts layer evaluations in either direction. */
public final class Ledger {
    /**
     * One activation in memory.
     *
     * @param layer whose input it is, the number of layers for the output of the net
     * @param from step at which it was written
     * @param to step at which it was dropped
     */
    public record Stay(int layer, int from, int to) {}

    private final Map<Integer, Integer> held = new LinkedHashMap<>();
    private final List<Stay> stays = new ArrayList<>();
    private int step;
    private int peak;

    void tick() {
        step++;
    }

    void hold(int layer) {
        if (held.put(layer, step) != null) {
            throw new IllegalStateException("activation " + layer + " is held twice");
        }
        peak = Math.max(peak, held.size());
    }

    void drop(int layer) {
        stays.add(new Stay(layer, held.remove(layer), step));
    }

    /** Most activations held at once. */
    public int peak() {
        return peak;
    }

    /** Activations still in memory. */
    public int held() {
        return held.size();
    }

    /** Every stay that has ended. */
    public List<Stay> stays() {
        return List.copyOf(stays);
    }

    /** Layer evaluations so far, forward and backward. */
    public int steps() {
        return step;
    }
}
