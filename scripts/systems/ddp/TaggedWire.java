package ddp;

import java.nio.ByteBuffer;
import java.util.List;
import wire.Wire;

/** A wire whose messages say which tensors they are about, so that ranks that disagree notice it. */
record TaggedWire(Wire wire, int rank, List<Integer> bucket) implements Wire {
    @Override
    public void put(byte[] message) {
        wire.put(ByteBuffer.allocate(4 + message.length).putInt(bucket.hashCode()).put(message).array());
    }

    @Override
    public byte[] take() {
        var in = ByteBuffer.wrap(wire.take());
        if (in.getInt() != bucket.hashCode()) {
            throw new IllegalStateException("rank " + rank + " reduces tensors " + bucket + ", its neighbour others");
        }
        var message = new byte[in.remaining()];
        in.get(message);
        return message;
    }

    @Override
    public void close() {
        wire.close();
    }
}
