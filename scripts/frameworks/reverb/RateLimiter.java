package reverb;

/**
 * Says who may go on: counts inserts, samples and deletes of a table and keeps inserts times samples-per-insert minus
 * samples within a corridor. Not safe for threads; the table's lock guards it.
 */
public final class RateLimiter {
    private final double samplesPerInsert;
    private final long minSize;
    private final double low;
    private final double high;
    private long inserts;
    private long samples;
    private long deletes;

    private RateLimiter(double samplesPerInsert, long minSize, double low, double high) {
        this.samplesPerInsert = samplesPerInsert;
        this.minSize = minSize;
        this.low = low;
        this.high = high;
    }

    /** Samples wait until the table holds so many items; nothing else ever waits. */
    public static RateLimiter minSize(long items) {
        return checked(1, items, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    // tag::ratio[]
    /** Each item is sampled so often on average; the buffer says how far inserts and samples may drift apart. */
    public static RateLimiter ratio(double samplesPerInsert, long minSize, double errorBuffer) {
        if (!(errorBuffer >= Math.max(1, samplesPerInsert))) {
            throw new IllegalArgumentException("error buffer must be at least max(1, samples per insert), got "
                    + errorBuffer); // <1>
        }
        double middle = samplesPerInsert * minSize;
        return checked(samplesPerInsert, minSize, middle - errorBuffer, middle + errorBuffer);
    }
    // end::ratio[]

    /** Every item is sampled once, and inserts wait while {@code size} items wait to be sampled. */
    public static RateLimiter queue(long size) {
        return checked(1, 1, 0, size);
    }

    private static RateLimiter checked(double samplesPerInsert, long minSize, double low, double high) {
        if (!(samplesPerInsert > 0) || minSize < 1 || !(high >= low + 1)) {
            throw new IllegalArgumentException("limiter needs samples per insert > 0, size >= 1 and a corridor, got "
                    + samplesPerInsert + ", " + minSize + ", [" + low + ", " + high + "]");
        }
        return new RateLimiter(samplesPerInsert, minSize, low, high);
    }

    // tag::rules[]
    /** Whether {@code k} samples may be taken now. */
    public boolean canSample(int k) {
        return inserts - deletes >= minSize
                && inserts * samplesPerInsert - samples - k >= low;
    }

    /** Whether {@code k} items may be inserted now. */
    public boolean canInsert(int k) {
        return inserts + k - deletes <= minSize // <1>
                || (inserts + k) * samplesPerInsert - samples <= high;
    }
    // end::rules[]

    void inserted() {
        inserts++;
    }

    void sampled() {
        samples++;
    }

    void deleted() {
        deletes++;
    }

    void restore(long savedInserts, long savedSamples, long savedDeletes) {
        inserts = savedInserts;
        samples = savedSamples;
        deletes = savedDeletes;
    }

    /** Inserts so far. */
    public long inserts() {
        return inserts;
    }

    /** Samples so far. */
    public long samples() {
        return samples;
    }

    /** Deletes so far. */
    public long deletes() {
        return deletes;
    }

    /** How far inserts are ahead, in samples. */
    public double ahead() {
        return inserts * samplesPerInsert - samples;
    }

    /** Lower wall of the corridor. */
    public double low() {
        return low;
    }

    /** Upper wall of the corridor. */
    public double high() {
        return high;
    }

    /** Items that a table must hold before the first sample. */
    public long minSize() {
        return minSize;
    }
}
