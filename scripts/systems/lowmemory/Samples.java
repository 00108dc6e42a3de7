package lowmemory;

import java.util.Arrays;
import java.util.Random;

/** Ten clouds of points, one per class; {@code points} is {@code [feature][sample]}. */
public record Samples(float[][] points, int[] labels) {
    /** Draw {@code count} points of {@code width} numbers; the clouds are the same for every seed. */
    public static Samples draw(int count, int width, long seed) {
        var centres = new Random(3);
        var centre = new double[Net.CLASSES][width];
        for (var row : centre) {
            for (int i = 0; i < width; i++) {
                row[i] = centres.nextGaussian();
            }
        }
        var random = new Random(seed);
        var points = new float[width][count];
        var labels = new int[count];
        for (int s = 0; s < count; s++) {
            labels[s] = random.nextInt(Net.CLASSES);
            for (int i = 0; i < width; i++) {
                points[i][s] = (float) (centre[labels[s]][i] + 0.6 * random.nextGaussian());
            }
        }
        return new Samples(points, labels);
    }

    /** Samples {@code first} to {@code last}, the latter excluded. */
    public static float[][] part(float[][] points, int first, int last) {
        var part = new float[points.length][];
        for (int i = 0; i < part.length; i++) {
            part[i] = Arrays.copyOfRange(points[i], first, last);
        }
        return part;
    }
}
