package evolution;

import java.util.ArrayList;
import java.util.List;

/** A network that is only counted: what each layer costs follows from the shape that enters it. */
public final class Blueprint {
    /**
     * What one step of the network adds.
     *
     * @param name as in the table of the paper
     * @param parameters weights, biases, and scale and shift of a normalization
     * @param multiplies multiply-adds for one image
     */
    public record Step(String name, long parameters, long multiplies) {}

    private final List<Step> steps;
    private final boolean biases;
    private final boolean normalized;
    private int depth;
    private int side;

    /** Start from an image of {@code depth} maps; a layer has biases, or two parameters of normalization per map. */
    public Blueprint(int depth, int side, boolean biases, boolean normalized) {
        this(new ArrayList<>(), depth, side, biases, normalized);
    }

    private Blueprint(List<Step> steps, int depth, int side, boolean biases, boolean normalized) {
        this.steps = steps;
        this.depth = depth;
        this.side = side;
        this.biases = biases;
        this.normalized = normalized;
    }

    // tag::conv[]
    /** Convolve: every value of every map needs the whole window once. */
    public Blueprint conv(
            String name, int maps, int size, int stride, int pad, int groups) {
        if (depth % groups != 0 || maps % groups != 0) {
            throw new IllegalArgumentException(name + ": " + groups
                    + " groups do not divide " + depth + " and " + maps + " maps");
        }
        side = windows(name, size, stride, pad);
        long window = (long) depth / groups * size * size;
        long extra = (biases ? maps : 0) + (normalized ? 2L * maps : 0);
        add(name, maps * window + extra, (long) side * side * maps * window); // <1>
        depth = maps;
        return this;
    }

    /** Pool: no parameters, and no multiplications that anybody counts. */
    public Blueprint pool(int size, int stride, int pad) {
        side = windows("pool", size, stride, pad);
        return this;
    }

    /** Connect everything to everything: a convolution whose window is the image. */
    public Blueprint dense(String name, int units) {
        long inputs = (long) depth * side * side;
        add(name, inputs * units + units, inputs * units);
        depth = units;
        side = 1;
        return this;
    }
    // end::conv[]

    // tag::branch[]
    /** A path that starts here; its costs are counted, its result waits. */
    public Blueprint branch() {
        return new Blueprint(steps, depth, side, biases, normalized);
    }

    /** Lay the results of these paths on top of each other. */
    public Blueprint concat(Blueprint... paths) {
        int maps = 0;
        for (var path : paths) {
            if (path.side != paths[0].side) {
                throw new IllegalArgumentException(
                        "maps of side " + path.side + " do not lie on maps of side " + paths[0].side);
            }
            maps += path.depth;
        }
        depth = maps;
        side = paths[0].side;
        return this;
    }
    // end::branch[]

    private void add(String name, long parameters, long multiplies) {
        steps.add(new Step(name, parameters, multiplies));
    }

    private int windows(String name, int size, int stride, int pad) {
        if (size > side + 2 * pad) {
            throw new IllegalArgumentException(
                    name + ": a window of " + size + " does not fit a side of " + side);
        }
        return (side + 2 * pad - size) / stride + 1;
    }

    /** Maps at this point. */
    public int depth() {
        return depth;
    }

    /** Side of a map at this point. */
    public int side() {
        return side;
    }

    /** Parameters of all steps whose name starts like this; an empty start takes all. */
    public long parameters(String start) {
        return steps.stream().filter(step -> step.name().startsWith(start)).mapToLong(Step::parameters).sum();
    }

    /** Multiply-adds of all steps whose name starts like this. */
    public long multiplies(String start) {
        return steps.stream().filter(step -> step.name().startsWith(start)).mapToLong(Step::multiplies).sum();
    }
}
