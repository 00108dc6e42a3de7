package parameterserver;

/** Bytes that were sent, by what they were for. */
public record Traffic(long keys, long values, long headers) {
    /** Nothing yet. */
    public static final Traffic NONE = new Traffic(0, 0, 0);

    /** Both. */
    public Traffic plus(Traffic other) {
        return new Traffic(keys + other.keys, values + other.values, headers + other.headers);
    }

    /** All bytes. */
    public long total() {
        return keys + values + headers;
    }
}
