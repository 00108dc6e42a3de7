package spiral;

import java.util.Random;

/**
 * Points in the plane, classes wound around each other.
 *
 * @param x {@code [point][coordinate]}
 * @param labels class of each point
 * @param classes number of arms
 */
public record Spiral(double[][] x, int[] labels, int classes) {
    // tag::draw[]
    /** Arms of {@code size} points: radius 0 to 1, angle over 4 radians, with noise. */
    public static Spiral draw(int classes, int size, double noise, Random random) {
        var x = new double[classes * size][2];
        var labels = new int[classes * size];
        for (int n = 0; n < x.length; n++) {
            int arm = n / size;
            double part = (double) (n % size) / (size - 1);
            double angle = 4 * (arm + part) + noise * random.nextGaussian();
            x[n][0] = part * StrictMath.sin(angle);
            x[n][1] = part * StrictMath.cos(angle);
            labels[n] = arm;
        }
        return new Spiral(x, labels, classes);
    }
    // end::draw[]
}
