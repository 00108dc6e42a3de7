package weld;

/** A library of vectors, after NumPy. */
public final class Vectors {
    private Vectors() {}

    // tag::arrays[]
    /** Weighted sum of three vectors, element by element. */
    public static Lazy weighted(Lazy a, Lazy b, Lazy c, double... w) {
        return Lazy.call("dot", "map(zip(@0, @1, @2), f64, |x| x.$0 * " + w[0]
                + " + x.$1 * " + w[1] + " + x.$2 * " + w[2] + ")", a, b, c);
    }

    /** Divide every element. */
    public static Lazy divide(Lazy a, double by) {
        return Lazy.call("scaled", "map(@0, f64, |x| x / " + by + ")", a);
    }

    /** Sum of all elements. */
    public static Lazy sum(Lazy a) {
        return Lazy.call("sum", "result(for(@0, merger[f64,+], |b,i,x| merge(b, x)))", a);
    }
    // end::arrays[]

    /** Overwrite the elements that compare as asked, {@code >=} or {@code <}, with a number. */
    public static Lazy assignWhere(Lazy a, String compare, double limit, double value) {
        return Lazy.call("set", "map(@0, f64, |x| if(x " + compare + " " + limit + ", " + value + ", x))", a);
    }

    /** Largest element. */
    public static Lazy max(Lazy a) {
        return Lazy.call("max", "result(for(@0, merger[f64,max], |b,i,x| merge(b, x)))", a);
    }
}
