package wire;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One end of a two-way connection that carries messages of bytes, in order, without ever blocking the sender. */
public interface Wire extends AutoCloseable {
    /** Send a message; whoever sends must not touch the array again. */
    void put(byte[] message);

    /** Wait for the next message from the other end. */
    byte[] take();

    @Override
    void close();

    /** Two ends of a connection inside this process. */
    static Wire[] pair() {
        var there = new LinkedBlockingQueue<byte[]>();
        var back = new LinkedBlockingQueue<byte[]>();
        return new Wire[] {new QueueWire(there, back), new QueueWire(back, there)};
    }

    /** An end whose two directions are queues. */
    record QueueWire(BlockingQueue<byte[]> out, BlockingQueue<byte[]> in) implements Wire {
        @Override
        public void put(byte[] message) {
            out.add(message);
        }

        @Override
        public byte[] take() {
            try {
                return in.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while waiting for a message", e);
            }
        }

        @Override
        public void close() {
            // nothing to give back
        }
    }
}
