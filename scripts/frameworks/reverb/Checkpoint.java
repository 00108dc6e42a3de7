package reverb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes a server as bytes and reads it back: chunks once, then each table with its limiter and both its orders. */
final class Checkpoint {
    private static final int MAGIC = 0x52564231;

    private Checkpoint() {}

    // tag::write[]
    static byte[] write(ReplayServer server) {
        server.tables.values().forEach(table -> table.lock.lock()); // <1>
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.writeInt(MAGIC);
            writeChunks(out, server.store);
            out.writeInt(server.tables.size());
            for (var table : server.tables.values()) {
                writeTable(out, table);
            }
            out.writeLong(sum(bytes.toByteArray()));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        } finally {
            server.tables.values().forEach(table -> table.lock.unlock());
        }
    }
    // end::write[]

    private static void writeChunks(DataOutputStream out, ChunkStore store) throws IOException {
        var chunks = store.chunks();
        out.writeLong(store.lastKey());
        out.writeInt(chunks.size());
        for (var chunk : chunks.values()) {
            out.writeLong(chunk.key);
            out.writeInt(chunk.rows);
            out.writeInt(chunk.columns);
            out.writeInt(chunk.bytes.length);
            out.write(chunk.bytes);
        }
    }

    private static void writeTable(DataOutputStream out, ReplayTable table) throws IOException {
        out.writeUTF(table.name);
        out.writeLong(table.limiter.inserts());
        out.writeLong(table.limiter.samples());
        out.writeLong(table.limiter.deletes());
        out.writeInt(table.slots.size());
        for (var slot : table.slots.values()) {
            out.writeLong(slot.item.key());
            out.writeDouble(slot.priority);
            out.writeInt(slot.timesSampled);
            out.writeInt(slot.item.offset());
            out.writeInt(slot.item.length());
            out.writeInt(slot.item.chunks().size());
            for (var chunk : slot.item.chunks()) {
                out.writeLong(chunk.key);
            }
        }
        for (var selector : new Selector[] {table.sampler, table.remover}) {
            out.writeLong(selector.state());
            for (long key : selector.order()) {
                out.writeLong(key);
            }
        }
    }

    static void read(ReplayServer server, byte[] checkpoint) {
        int body = checkpoint.length - Long.BYTES;
        try {
            var tail = new DataInputStream(new ByteArrayInputStream(checkpoint, Math.max(0, body), Long.BYTES));
            if (body < Integer.BYTES || tail.readLong() != sum(Arrays.copyOf(checkpoint, body))) {
                throw new IllegalArgumentException("checkpoint is damaged");
            }
            var in = new DataInputStream(new ByteArrayInputStream(checkpoint, 0, body));
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("this is no checkpoint");
            }
            long lastKey = in.readLong();
            var chunks = readChunks(in);
            int count = in.readInt();
            if (count != server.tables.size()) {
                throw new IllegalArgumentException("checkpoint has " + count + " tables, the server "
                        + server.tables.size());
            }
            for (int i = 0; i < count; i++) {
                readTable(in, server, chunks);
            }
            server.store.restore(lastKey);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static Map<Long, Chunk> readChunks(DataInputStream in) throws IOException {
        var chunks = new HashMap<Long, Chunk>();
        for (int left = in.readInt(); left > 0; left--) {
            long key = in.readLong();
            int rows = in.readInt();
            int columns = in.readInt();
            chunks.put(key, new Chunk(key, rows, columns, in.readNBytes(in.readInt())));
        }
        return chunks;
    }

    private static void readTable(DataInputStream in, ReplayServer server, Map<Long, Chunk> chunks)
            throws IOException {
        var name = in.readUTF();
        var table = server.tables.get(name);
        if (table == null || table.size() > 0) {
            throw new IllegalArgumentException("the server needs an empty table '" + name + "'");
        }
        table.limiter.restore(in.readLong(), in.readLong(), in.readLong());
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            long key = in.readLong();
            double priority = in.readDouble();
            int timesSampled = in.readInt();
            int offset = in.readInt();
            int length = in.readInt();
            var parts = new ArrayList<Chunk>();
            for (int left = in.readInt(); left > 0; left--) {
                parts.add(chunks.get(in.readLong()));
            }
            var slot = new ReplayTable.Slot(new Item(key, parts, offset, length), priority);
            slot.timesSampled = timesSampled;
            table.slots.put(key, slot);
            parts.forEach(server.store::retain);
        }
        for (var selector : new Selector[] {table.sampler, table.remover}) {
            selector.restore(in.readLong());
            for (int i = 0; i < size; i++) {
                long key = in.readLong();
                selector.insert(key, table.slots.get(key).priority);
            }
        }
    }

    private static long sum(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
