package engine;

import java.util.Set;

/** All-reduce as operations pushed to an engine: along a tree and round a ring. */
public final class Collectives {
    private final Engine engine = new Engine();
    private final double[][] nodes;
    private final double latency;
    private final double perWord;

    /** Sum these vectors, one per node; a message takes {@code latency} and {@code perWord} for each number. */
    public Collectives(double[][] nodes, double latency, double perWord) {
        this.nodes = nodes;
        this.latency = latency;
        this.perWord = perWord;
    }

    // tag::tree[]
    /** Pairs add, then pairs of pairs; the sum goes back down the same way. */
    public Engine tree() {
        int words = nodes[0].length;
        int top = 1;
        for (; top < nodes.length; top *= 2) {
            for (int a = 0; a + top < nodes.length; a += 2 * top) {
                message(a + top, a, 0, words, true);
            }
        }
        for (top /= 2; top > 0; top /= 2) {
            for (int a = 0; a + top < nodes.length; a += 2 * top) {
                message(a, a + top, 0, words, false);
            }
        }
        return engine;
    }
    // end::tree[]

    /** The two laps of the ring; chunk {@code c} starts at {@code words * c / p}. */
    public Engine ring() {
        int p = nodes.length;
        for (int step = 0; step < 2 * (p - 1); step++) {
            for (int r = 0; r < p; r++) {
                int chunk = Math.floorMod(r - step + (step < p - 1 ? 0 : p), p);
                int from = (int) ((long) nodes[0].length * chunk / p);
                int to = (int) ((long) nodes[0].length * (chunk + 1) / p);
                message(r, (r + 1) % p, from, to, step < p - 1);
            }
        }
        return engine;
    }

    private void message(int from, int to, int start, int end, boolean add) {
        engine.push(from + " to " + to, latency + perWord * (end - start), () -> {
            for (int i = start; i < end; i++) {
                nodes[to][i] = nodes[from][i] + (add ? nodes[to][i] : 0);
            }
        }, Set.of(part(from, start)), Set.of(part(to, start), new Engine.Variable("wire of " + from)));
    }

    private static Engine.Variable part(int node, int start) {
        return new Engine.Variable("node " + node + " from " + start);
    }
}
