package reverb;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Consecutive steps of experience, compressed and never changed; items of any table may refer to it. */
final class Chunk {
    private static final int SMALLEST = 256; // bytes that are worth compressing

    final long key;
    final int rows;
    final int columns;
    final byte[] bytes;

    Chunk(long key, int rows, int columns, byte[] bytes) {
        this.key = key;
        this.rows = rows;
        this.columns = columns;
        this.bytes = bytes;
    }

    /** Compress steps, each a row of numbers of the same length. */
    static Chunk of(long key, double[][] steps) {
        var raw = ByteBuffer.allocate(Double.BYTES * steps.length * steps[0].length);
        for (var step : steps) {
            for (double value : step) {
                raw.putDouble(value);
            }
        }
        byte[] bytes = raw.capacity() < SMALLEST ? raw.array() : packed(raw);
        return new Chunk(key, steps.length, steps[0].length, bytes);
    }

    private static byte[] packed(ByteBuffer raw) {
        var deflater = new Deflater();
        deflater.setInput(raw.array());
        deflater.finish();
        var packed = new ByteArrayOutputStream();
        var block = new byte[512];
        while (!deflater.finished()) {
            packed.write(block, 0, deflater.deflate(block));
        }
        deflater.end();
        return packed.toByteArray();
    }

    /** The steps, unpacked. */
    double[][] steps() {
        int size = Double.BYTES * rows * columns;
        var raw = size < SMALLEST ? ByteBuffer.wrap(bytes) : unpacked(size);
        var steps = new double[rows][columns];
        for (var step : steps) {
            for (int c = 0; c < columns; c++) {
                step[c] = raw.getDouble();
            }
        }
        return steps;
    }

    private ByteBuffer unpacked(int size) {
        var raw = ByteBuffer.allocate(size);
        var inflater = new Inflater();
        inflater.setInput(bytes);
        try {
            int length = inflater.inflate(raw.array());
            if (length != size) {
                throw new IllegalStateException("chunk " + key + " unpacks to " + length + " bytes");
            }
            return raw;
        } catch (DataFormatException e) {
            throw new IllegalStateException("chunk " + key + " is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
