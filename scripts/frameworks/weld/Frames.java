package weld;

/** A library of columns, after Pandas: each call is one pass over its columns when it runs alone. */
public final class Frames {
    private Frames() {}

    // tag::frames[]
    /** Mask of the rows where a column exceeds a number. */
    public static Lazy greater(Lazy column, double than) {
        return Lazy.call("mask", "map(@0, bool, |x| x > " + than + ")", column);
    }

    /** The rows of a column that a mask selects. */
    public static Lazy where(Lazy column, Lazy mask) {
        return Lazy.call("kept", "result(for(zip(@0, @1), appender[f64], "
                + "|b,i,x| if(x.$1, merge(b, x.$0), b)))", column, mask);
    }
    // end::frames[]
}
