package gspmd;

import java.util.List;

/**
 * One tensor of a program and how it is made.
 *
 * @param name of the tensor
 * @param kind what makes it
 * @param spec one letter for each dimension of each input and of the result, such as {@code bsh,hf->bsf}
 * @param inputs names
 * @param dims size of each dimension on the whole machine
 */
public record Node(String name, Kind kind, String spec, List<String> inputs, int[] dims) {
    /** What makes a tensor. */
    public enum Kind {
        /** Given from outside. */
        INPUT,
        /** Products summed over the letters that the result lacks. */
        EINSUM,
        /** Element by element. */
        GELU,
        /** Element by element. */
        ADD,
        /** Along the last dimension, which must be whole. */
        SOFTMAX
    }

    /** Letters of the result. */
    public String result() {
        return spec.substring(spec.indexOf("->") + 2);
    }

    /** Letters of an input. */
    public String input(int i) {
        return spec.substring(0, spec.indexOf("->")).split(",")[i];
    }
}
