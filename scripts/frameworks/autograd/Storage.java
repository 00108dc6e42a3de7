package autograd;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Numbers in rows, and how often they were changed in place. */
public final class Storage {
    public final int rows;
    public final int columns;
    final double[] data; // row by row
    int version;
    static long operations; // additions, multiplications and function calls since the count was reset

    Storage(int rows, int columns, double... data) {
        if (data.length != rows * columns) {
            throw new IllegalArgumentException(data.length + " numbers do not fill " + rows + "x" + columns);
        }
        this.rows = rows;
        this.columns = columns;
        this.data = data;
    }

    private Storage(int rows, int columns) {
        this(rows, columns, new double[rows * columns]);
    }

    Storage map(DoubleUnaryOperator f) {
        var out = new Storage(rows, columns);
        for (int i = 0; i < data.length; i++) {
            out.data[i] = f.applyAsDouble(data[i]);
        }
        operations += data.length;
        return out;
    }

    Storage zip(Storage other, DoubleBinaryOperator f) {
        if (rows != other.rows || columns != other.columns) {
            throw new IllegalArgumentException("shapes " + this + " and " + other + " differ");
        }
        var out = new Storage(rows, columns);
        for (int i = 0; i < data.length; i++) {
            out.data[i] = f.applyAsDouble(data[i], other.data[i]);
        }
        operations += data.length;
        return out;
    }

    Storage multiply(Storage other) {
        if (columns != other.rows) {
            throw new IllegalArgumentException("shapes " + this + " and " + other + " do not multiply");
        }
        var out = new Storage(rows, other.columns);
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                for (int j = 0; j < other.columns; j++) {
                    out.data[i * out.columns + j] += data[i * columns + k] * other.data[k * other.columns + j];
                }
            }
        }
        operations += 2L * rows * columns * other.columns;
        return out;
    }

    Storage transpose() {
        var out = new Storage(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out.data[j * rows + i] = data[i * columns + j];
            }
        }
        return out;
    }

    Storage sum() {
        double sum = 0;
        for (double x : data) {
            sum += x;
        }
        operations += data.length;
        return new Storage(1, 1, sum);
    }

    /** So many rows and columns of the one number in here. */
    Storage spread(int rows, int columns) {
        var out = new Storage(rows, columns);
        java.util.Arrays.fill(out.data, data[0]);
        return out;
    }

    @Override
    public String toString() {
        return rows + "x" + columns;
    }
}
