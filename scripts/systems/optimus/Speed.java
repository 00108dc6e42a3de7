package optimus;

/**
 * Steps per second of synchronous training with parameter servers.
 *
 * @param theta s per sample of a worker, s constant, s per worker and server, s per worker, s per server
 * @param batch samples of a step, over all workers
 */
public record Speed(double[] theta, double batch) {
    // tag::speed[]
    /** Steps per second with so many workers and servers. */
    public double of(int workers, int servers) {
        double seconds = 0;
        var terms = terms(workers, servers);
        for (int i = 0; i < terms.length; i++) {
            seconds += theta[i] * terms[i];
        }
        return 1 / seconds;
    }

    /** What each coefficient is multiplied by. */
    private double[] terms(double workers, double servers) {
        return new double[] {batch / workers, 1, workers / servers, workers, servers};
    }

    /** Fit to measured runs: rows of workers, servers and steps per second. */
    public static Speed fit(double[][] runs, double batch) {
        var a = new double[runs.length][];
        var b = new double[runs.length];
        for (int i = 0; i < runs.length; i++) {
            a[i] = new Speed(null, batch).terms(runs[i][0], runs[i][1]);
            b[i] = 1; // <1>
            for (int j = 0; j < a[i].length; j++) {
                a[i][j] *= runs[i][2];
            }
        }
        return new Speed(Nnls.solve(a, b), batch);
    }
    // end::speed[]
}
