package parameterserver;

import java.nio.ByteBuffer;

/**
 * What a node says when it is done.
 *
 * @param sent bytes sent
 * @param considered gradients that a worker could have pushed
 * @param pushed gradients that it did push
 * @param weights the range of a server; empty for a worker
 * @param version iterations that every worker has contributed to, on a server
 */
public record NodeReport(Traffic sent, long considered, long pushed, double[] weights, int version) {
    byte[] bytes() {
        var out = ByteBuffer.allocate(5 * Long.BYTES + Integer.BYTES + Double.BYTES * weights.length);
        out.putLong(sent.keys()).putLong(sent.values()).putLong(sent.headers());
        out.putLong(considered).putLong(pushed).putInt(version).asDoubleBuffer().put(weights);
        return out.array();
    }

    static NodeReport from(byte[] message) {
        var in = ByteBuffer.wrap(message);
        var sent = new Traffic(in.getLong(), in.getLong(), in.getLong());
        long considered = in.getLong();
        long pushed = in.getLong();
        int version = in.getInt();
        var weights = new double[in.remaining() / Double.BYTES];
        in.asDoubleBuffer().get(weights);
        return new NodeReport(sent, considered, pushed, weights, version);
    }
}
