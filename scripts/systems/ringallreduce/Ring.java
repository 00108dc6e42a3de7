package ringallreduce;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import wire.Processes;
import wire.SocketWire;
import wire.Wire;

/** Rings of processes, and the vectors that rings add. */
public final class Ring {
    private Ring() {}

    /** Vector of whole numbers small enough that float adds up to 64 of them without rounding, in any order. */
    public static float[] vector(int rank, int elements) {
        var vector = new float[elements];
        for (int i = 0; i < elements; i++) {
            vector[i] = (31 * rank + 7 * i) % 1000 - 500;
        }
        return vector;
    }

    // tag::processes[]
    /** A ring of processes; only ports and reports pass through this one. */
    public static List<Rank> inProcesses(Class<?> main, int ranks, int elements) {
        try (var processes = new Processes(main, ranks)) {
            var ports = processes.wires().stream().map(Wire::take).toList(); // <1>
            for (int r = 0; r < ranks; r++) {
                var order = ByteBuffer.allocate(16).putInt(r).putInt(ranks).putInt(elements);
                processes.wires().get(r).put(order.put(ports.get((r + 1) % ranks)).array());
            }
            var ring = new ArrayList<Rank>();
            for (var wire : processes.wires()) {
                ring.add(Rank.from(ring.size(), ranks, wire.take())); // <2>
            }
            return ring;
        }
    }

    /** Each process: tell the port, learn the neighbour's, run the two laps, report. */
    public static void oneRank(Wire parent) {
        var listener = SocketWire.listen();
        parent.put(ByteBuffer.allocate(4).putInt(listener.getLocalPort()).array());
        var order = ByteBuffer.wrap(parent.take());
        int r = order.getInt();
        int ranks = order.getInt();
        var vector = vector(r, order.getInt());
        var right = SocketWire.connect(order.getInt());
        var rank = new Rank(r, ranks, vector, SocketWire.accept(listener), right);
        rank.run();
        parent.put(rank.report());
    }
    // end::processes[]
}
