package weld;

import inmemory.Source;
import java.util.function.BiFunction;

/** A program turned into Java, compiled in memory, and loaded. */
public final class Compiled {
    private final BiFunction<Object[], long[], Object> code;

    private Compiled(BiFunction<Object[], long[], Object> code) {
        this.code = code;
    }

    /** The Java that a program becomes. */
    public static String source(Expr.Program program) {
        Check.of(program);
        return JavaCode.of(program);
    }

    /** Write Java, compile it, load the class. */
    @SuppressWarnings("unchecked")
    public static Compiled of(Expr.Program program) {
        var made = new Source("Generated", source(program)).instance();
        return new Compiled((BiFunction<Object[], long[], Object>) made);
    }

    /** Run on arguments in the order of the program's parameters; counts go to {@code traffic}. */
    public Object run(Traffic traffic, Object... arguments) {
        var counts = new long[3];
        var result = code.apply(arguments, counts);
        traffic.loops += counts[0];
        traffic.read += counts[1];
        traffic.written += counts[2];
        return result;
    }
}
