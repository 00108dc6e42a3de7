package optimus;

import java.util.Arrays;

/** Least squares with coefficients that may not be negative, by the active-set method of Lawson and Hanson. */
public final class Nnls {
    private Nnls() {}

    // tag::nnls[]
    /** Coefficients x, none negative, that make |a x - b| smallest. */
    public static double[] solve(double[][] a, double[] b) {
        int n = a[0].length;
        var x = new double[n];
        var free = new boolean[n];
        for (int round = 0; round < 10 * n; round++) {
            int enter = steepest(a, b, x, free);
            if (enter < 0) { // <1>
                return x;
            }
            free[enter] = true;
            var wish = unconstrained(a, b, free);
            while (negative(wish, free)) { // <2>
                double step = 1;
                for (int j = 0; j < n; j++) {
                    if (free[j] && wish[j] <= 0) {
                        step = Math.min(step, x[j] / (x[j] - wish[j]));
                    }
                }
                for (int j = 0; j < n; j++) {
                    x[j] += step * (wish[j] - x[j]);
                    if (free[j] && x[j] <= 1e-14) {
                        x[j] = 0;
                        free[j] = false;
                    }
                }
                wish = unconstrained(a, b, free);
            }
            x = wish;
        }
        return x;
    }
    // end::nnls[]

    /** The coefficient at zero that would lower the error most by growing; -1 if none would. */
    private static int steepest(double[][] a, double[] b, double[] x, boolean[] free) {
        int best = -1;
        double most = 1e-12;
        for (int j = 0; j < x.length; j++) {
            double gain = 0;
            double size = 1e-300;
            for (int i = 0; i < b.length; i++) {
                gain += a[i][j] * (b[i] - dot(a[i], x));
                size += Math.abs(a[i][j] * b[i]);
            }
            if (!free[j] && gain / size > most) {
                most = gain / size;
                best = j;
            }
        }
        return best;
    }

    private static boolean negative(double[] wish, boolean[] free) {
        for (int j = 0; j < wish.length; j++) {
            if (free[j] && wish[j] <= 0) {
                return true;
            }
        }
        return false;
    }

    /** Normal equations of the free columns, each scaled to length one, by Gaussian elimination. */
    private static double[] unconstrained(double[][] a, double[] b, boolean[] free) {
        int n = free.length;
        var scale = new double[n];
        for (int j = 0; j < n; j++) {
            for (double[] row : a) {
                scale[j] += row[j] * row[j];
            }
            scale[j] = Math.sqrt(scale[j]);
        }
        var m = new double[n][n + 1];
        for (int j = 0; j < n; j++) {
            if (!free[j] || scale[j] == 0) {
                m[j][j] = 1;
                continue;
            }
            for (int i = 0; i < b.length; i++) {
                for (int k = 0; k < n; k++) {
                    m[j][k] += free[k] && scale[k] > 0 ? a[i][j] * a[i][k] / scale[j] / scale[k] : 0;
                }
                m[j][n] += a[i][j] * b[i] / scale[j];
            }
        }
        eliminate(m);
        var x = new double[n];
        Arrays.setAll(x, j -> free[j] && scale[j] > 0 ? m[j][n] / m[j][j] / scale[j] : 0);
        return x;
    }

    private static void eliminate(double[][] m) {
        for (int j = 0; j < m.length; j++) {
            int pivot = j;
            for (int i = j; i < m.length; i++) {
                pivot = Math.abs(m[i][j]) > Math.abs(m[pivot][j]) ? i : pivot;
            }
            var row = m[pivot];
            m[pivot] = m[j];
            m[j] = row;
            for (int i = 0; i < m.length; i++) {
                double factor = i == j || row[j] == 0 ? 0 : m[i][j] / row[j];
                for (int k = j; factor != 0 && k <= m.length; k++) {
                    m[i][k] -= factor * row[k];
                }
            }
        }
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int j = 0; j < u.length; j++) {
            sum += u[j] * v[j];
        }
        return sum;
    }
}
