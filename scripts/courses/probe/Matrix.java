package probe;

/** The four products that a layer needs, rows first. */
final class Matrix {
    private Matrix() {}

    /** A value from its place. */
    interface Cell {
        double at(int row, int column);
    }

    static double[][] map(double[][] shape, Cell cell) {
        var result = new double[shape.length][];
        for (int n = 0; n < shape.length; n++) {
            result[n] = new double[shape[n].length];
            for (int u = 0; u < shape[n].length; u++) {
                result[n][u] = cell.at(n, u);
            }
        }
        return result;
    }

    /** a b. */
    static double[][] times(double[][] a, double[][] b) {
        var result = new double[a.length][b[0].length];
        for (int n = 0; n < a.length; n++) {
            for (int i = 0; i < b.length; i++) {
                double x = a[n][i];
                if (x != 0) {
                    for (int u = 0; u < b[i].length; u++) {
                        result[n][u] += x * b[i][u];
                    }
                }
            }
        }
        return result;
    }

    /** a transposed b. */
    static double[][] timesTransposed(double[][] a, double[][] b) {
        var result = new double[a.length][b.length];
        for (int n = 0; n < a.length; n++) {
            for (int i = 0; i < b.length; i++) {
                double sum = 0;
                for (int u = 0; u < b[i].length; u++) {
                    sum += a[n][u] * b[i][u];
                }
                result[n][i] = sum;
            }
        }
        return result;
    }

    /** Transposed a times b, into a result that is there. */
    static void outer(double[][] a, double[][] b, double[][] result) {
        for (int i = 0; i < result.length; i++) {
            java.util.Arrays.fill(result[i], 0);
        }
        for (int n = 0; n < a.length; n++) {
            for (int i = 0; i < result.length; i++) {
                double x = a[n][i];
                if (x != 0) {
                    for (int u = 0; u < b[n].length; u++) {
                        result[i][u] += x * b[n][u];
                    }
                }
            }
        }
    }
}
