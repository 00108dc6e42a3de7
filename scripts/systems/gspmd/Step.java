package gspmd;

import java.util.List;

/**
 * One instruction that every device executes.
 *
 * @param op what to do: compute, slice, gather, all-to-all or all-reduce
 * @param result name of the local tensor that it makes
 * @param inputs names of local tensors
 * @param node the operation of the program, for compute
 * @param dim dimension that is cut or put together
 * @param other for all-to-all the dimension that is put together
 * @param axis mesh axis along which devices talk
 */
public record Step(Op op, String result, List<String> inputs, Node node, int dim, int other, char axis) {
    /** Kinds of instructions. */
    public enum Op {
        /** Local arithmetic. */
        COMPUTE("compute"),
        /** Keep the own part of a whole dimension; no message. */
        SLICE("dynamic-slice"),
        /** Put a dimension together. */
        GATHER("all-gather"),
        /** Cut one dimension and put another together. */
        ALL_TO_ALL("all-to-all"),
        /** Add partial sums. */
        ALL_REDUCE("all-reduce");

        private final String text;

        Op(String text) {
            this.text = text;
        }

        /** Whether devices talk. */
        public boolean collective() {
            return this != COMPUTE && this != SLICE;
        }
    }

    /** As a line of text. */
    public String text() {
        var from = String.join(", ", inputs);
        return op == Op.COMPUTE
                ? result + " = " + node.kind().name().toLowerCase(java.util.Locale.ROOT) + "(" + from + ") " + node.spec()
                : result + " = " + op.text + "(" + from + ") along " + axis;
    }
}
