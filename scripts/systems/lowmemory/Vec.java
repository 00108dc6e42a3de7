package lowmemory;

/** Numbers as they lie in memory, four bytes each or two; arithmetic happens in float, outside. */
final class Vec {
    private final float[] wide;
    private final short[] narrow;

    Vec(int size, boolean half) {
        wide = half ? null : new float[size];
        narrow = half ? new short[size] : null;
    }

    /** Rows of equal length, one after the other. */
    static Vec of(float[][] rows, boolean half) {
        int length = rows[0].length;
        var vec = new Vec(rows.length * length, half);
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < length; i++) {
                vec.set(r * length + i, rows[r][i]);
            }
        }
        return vec;
    }

    /** The rows again, in float. */
    float[][] rows(int count) {
        int length = size() / count;
        var rows = new float[count][length];
        for (int r = 0; r < count; r++) {
            for (int i = 0; i < length; i++) {
                rows[r][i] = get(r * length + i);
            }
        }
        return rows;
    }

    float get(int i) {
        return narrow == null ? wide[i] : Half.decode(narrow[i]);
    }

    void set(int i, float value) {
        if (narrow == null) {
            wide[i] = value;
        } else {
            narrow[i] = Half.encode(value);
        }
    }

    int size() {
        return narrow == null ? wide.length : narrow.length;
    }

    long bytes() {
        return narrow == null ? 4L * wide.length : 2L * narrow.length;
    }

    float[] values() {
        var values = new float[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(i);
        }
        return values;
    }
}
