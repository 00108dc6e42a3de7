package lowmemory;

import java.util.Random;

/** A matrix of which each row has the same number of entries; a full one needs no list of columns. */
final class Weights {
    private final int columns;
    private final int perRow;
    private final short[] column; // of each entry, row after row
    private final Vec value;
    private final Vec momentum;
    private final Vec gradient;

    Weights(int rows, int columns, double density, boolean half, Random random, Memory memory) {
        this.columns = columns;
        perRow = Math.max(1, (int) Math.round(density * columns));
        column = new short[rows * perRow];
        value = new Vec(column.length, half);
        momentum = new Vec(column.length, half);
        gradient = new Vec(column.length, half);
        for (int r = 0; r < rows; r++) {
            int taken = 0;
            for (int c = 0; c < columns; c++) { // choose perRow of the columns, each set equally likely
                if (random.nextInt(columns - c) < perRow - taken) {
                    column[r * perRow + taken++] = (short) c;
                }
            }
        }
        for (int i = 0; i < column.length; i++) {
            value.set(i, (float) (0.5 * random.nextGaussian() / Math.sqrt(perRow)));
        }
        memory.allocate(Memory.Kind.MODEL, value.bytes() + (perRow < columns ? 2L * column.length : 0));
        memory.allocate(Memory.Kind.OPTIMIZER, momentum.bytes());
        memory.allocate(Memory.Kind.GRADIENT, gradient.bytes());
    }

    /** Product with each of the samples; {@code x} is {@code [column][sample]}, the result {@code [row][sample]}. */
    float[][] times(float[][] x) {
        var y = new float[column.length / perRow][x[0].length];
        for (int i = 0; i < column.length; i++) {
            add(value.get(i), x[column[i]], y[i / perRow]);
        }
        return y;
    }

    /** Gradient of the input from that of the output {@code u}; adds to the gradient of the weights. */
    float[][] back(float[][] x, float[][] u) {
        var ofX = new float[columns][x[0].length];
        for (int i = 0; i < column.length; i++) {
            gradient.set(i, dot(gradient.get(i), x[column[i]], u[i / perRow]));
            add(value.get(i), u[i / perRow], ofX[column[i]]);
        }
        return ofX;
    }

    private static void add(float factor, float[] from, float[] to) {
        for (int s = 0; s < to.length; s++) {
            to[s] += factor * from[s];
        }
    }

    /** Sample by sample in order, so that cutting a batch does not change the sum. */
    private static float dot(float start, float[] a, float[] b) {
        float sum = start;
        for (int s = 0; s < a.length; s++) {
            sum += a[s] * b[s];
        }
        return sum;
    }

    // tag::update[]
    /** One step of momentum; the gradient starts again at zero. */
    void update(float rate) {
        for (int i = 0; i < column.length; i++) {
            momentum.set(i, 0.9f * momentum.get(i) + gradient.get(i));
            value.set(i, value.get(i) - rate * momentum.get(i));
            gradient.set(i, 0);
        }
    }

    /** Move the weakest entry of each row to a free place: sparsity can learn. */
    void rewire(Random random) {
        for (int first = 0; first < column.length && perRow < columns; first += perRow) {
            int weakest = first;
            for (int i = first; i < first + perRow; i++) {
                weakest = Math.abs(value.get(i)) < Math.abs(value.get(weakest)) ? i : weakest;
            }
            column[weakest] = freeColumn(first, random);
            value.set(weakest, 0);
            momentum.set(weakest, 0);
        }
    }
    // end::update[]

    private short freeColumn(int first, Random random) {
        while (true) {
            int candidate = random.nextInt(columns);
            boolean free = true;
            for (int i = first; i < first + perRow; i++) {
                free &= column[i] != candidate;
            }
            if (free) {
                return (short) candidate;
            }
        }
    }

    float[] gradients() {
        return gradient.values();
    }
}
