package weld;

/** What a run moved through memory: loops, elements visited, and bytes read from and written to vectors. */
public final class Traffic {
    public long loops;
    public long read;
    public long written;

    /** Bytes read and written. */
    public long bytes() {
        return read + written;
    }

    static int width(Object vector) {
        return vector instanceof boolean[] ? 1 : 8;
    }
}
