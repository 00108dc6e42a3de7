package evolution;

import java.util.List;

/** LeNet-5, which counts connections (biases included) and has two kinds of layers that later nets dropped. */
public final class LeNet {
    // tag::lenet[]
    /** A layer: values that leave it, parameters, and connections. */
    public record Layer(String name, int values, int parameters, int connections) {}

    /** Maps that each of the 16 maps of C3 sees: six see 3, nine see 4, one sees all 6. */
    static final int SEEN_BY_C3 = 6 * 3 + 9 * 4 + 6;

    /** The seven layers for an image of 32 by 32. */
    public static List<Layer> layers() {
        return List.of(
                conv("C1", 6, 6, 28),
                sub("S2", 6, 14), // <1>
                conv("C3", SEEN_BY_C3, 16, 10),
                sub("S4", 16, 5),
                conv("C5", 120 * 16, 120, 1),
                new Layer("F6", 84, 84 * 121, 84 * 121),
                new Layer("output", 10, 0, 84 * 10)); // <2>
    }
    // end::lenet[]

    private LeNet() {}

    /** {@code kernels} windows of 5 by 5, a bias per map. */
    private static Layer conv(String name, int kernels, int maps, int side) {
        int parameters = kernels * 25 + maps;
        return new Layer(name, maps * side * side, parameters, parameters * side * side);
    }

    /** Add four neighbours, then one weight and one bias per map. */
    private static Layer sub(String name, int maps, int side) {
        return new Layer(name, maps * side * side, 2 * maps, maps * side * side * 5);
    }
}
