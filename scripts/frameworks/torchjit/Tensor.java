package torchjit;

import java.util.ArrayList;
import java.util.List;

/** A vector that computes at once; while a trace is on, it also leaves a note of what was computed. */
public final class Tensor {
    private static Ir.Builder recorder; // of the trace that is on, or null

    public final double[] data;
    private Ir.Builder owner; // the trace that knows this tensor
    private int id;

    public Tensor(double... data) {
        this.data = data;
    }

    /** A function of tensors, written in Java. */
    public interface Function {
        Tensor of(Tensor... in);
    }

    // tag::trace[]
    /** Run a function once and keep what it did; control flow leaves no mark. */
    public static Ir.Graph trace(Function function, double[]... example) {
        recorder = new Ir.Builder(example.length);
        try {
            var inputs = new ArrayList<Tensor>();
            for (var data : example) {
                var input = new Tensor(data);
                input.own(inputs.size());
                inputs.add(input);
            }
            var out = function.of(inputs.toArray(Tensor[]::new));
            return new Ir.Graph(example.length, new Ir.Block(recorder.nodes, out.id()));
        } finally {
            recorder = null;
        }
    }

    private Tensor did(String op, double[] result, Tensor... in) {
        var out = new Tensor(result);
        if (recorder != null) {
            var ids = new ArrayList<Integer>();
            for (var tensor : in) {
                ids.add(tensor.id());
            }
            out.own(recorder.add(op, 0, List.of(), ids.toArray(Integer[]::new)));
        }
        return out;
    }

    /** A tensor that came from nowhere is a constant to the trace. */
    private int id() {
        if (owner != recorder && data.length > 1) {
            throw new IllegalArgumentException("a vector from outside cannot be traced");
        } else if (owner != recorder) {
            own(recorder.add("const", data[0], List.of()));
        }
        return id;
    }

    private void own(int id) {
        this.owner = recorder;
        this.id = id;
    }
    // end::trace[]

    private Tensor pointwise(String op, Tensor... in) {
        var arrays = java.util.Arrays.stream(in).map(tensor -> tensor.data).toArray(double[][]::new);
        return did(op, Machine.pointwise(op, new Machine.Counters(), arrays), in);
    }

    public Tensor add(Tensor other) {
        return pointwise("add", this, other);
    }

    public Tensor sub(Tensor other) {
        return pointwise("sub", this, other);
    }

    public Tensor mul(Tensor other) {
        return pointwise("mul", this, other);
    }

    public Tensor neg() {
        return pointwise("neg", this);
    }

    public Tensor relu() {
        return pointwise("relu", this);
    }

    public Tensor sigmoid() {
        return pointwise("sigmoid", this);
    }

    /** A vector of one element. */
    public Tensor sum() {
        return did("sum", Machine.sum(data), this);
    }
}
