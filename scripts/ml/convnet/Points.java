package convnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Labelled points of the plane: the three data sets of the toy demo, and two moons. */
public final class Points {
    private final List<double[]> at = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final double radius;

    private Points(double radius) {
        this.radius = radius;
    }

    /** What {@link #of} can make: thirteen fixed points, a disc in a ring, two spirals, two moons. */
    public static final List<String> SETS = List.of("thirteen", "circle", "spiral", "moons");

    /** Make a data set by its name. */
    public static Points of(String set, long seed) {
        return switch (set) {
            case "thirteen" -> thirteen();
            case "circle" -> circle(new Random(seed));
            case "spiral" -> spiral(new Random(seed));
            case "moons" -> moons(new Random(seed));
            default -> throw new IllegalArgumentException("no points called '" + set + "'");
        };
    }

    private static Points thirteen() {
        var points = new Points(5); // the numbers of the demo, karpathy2014, classify2d.js
        double[][] ones = {{-0.4326, 1.1909}, {3.0, 4.0}, {0.1253, -0.0376}, {0.2877, 0.3273}, {-1.1465, 0.1746},
            {0.5, 3.2}, {0.8, 3.2}, {1.0, -2.2}};
        double[][] zeros = {{1.8133, 1.0139}, {2.7258, 1.0668}, {1.4117, 0.5593}, {4.1832, 0.3044}, {1.8636, 0.1677}};
        for (var p : zeros) {
            points.add(p[0], p[1], 0);
        }
        for (var p : ones) {
            points.add(p[0], p[1], 1);
        }
        return points;
    }

    // tag::sets[]
    private static Points circle(Random random) {
        var points = new Points(6);
        for (int i = 0; i < 100; i++) {
            int label = i < 50 ? 0 : 1;
            double r = label == 0 ? 3 + 2 * random.nextDouble() : 2 * random.nextDouble();
            double t = 2 * Math.PI * (label == 0 ? i / 50.0 : random.nextDouble());
            points.add(r * StrictMath.sin(t), r * StrictMath.cos(t), label);
        }
        return points;
    }

    private static Points spiral(Random random) {
        var points = new Points(6);
        for (int label = 0; label < 2; label++) {
            for (int i = 0; i < 100; i++) {
                double r = 5.0 * i / 100 + 0.2 * random.nextDouble() - 0.1;
                double t = 2.5 * Math.PI * i / 100 + 0.2 * random.nextDouble() - 0.1 + Math.PI * label;
                points.add(r * StrictMath.sin(t), r * StrictMath.cos(t), label);
            }
        }
        return points;
    }

    private static Points moons(Random random) {
        var points = new Points(6);
        for (int label = 0; label < 2; label++) {
            for (int i = 0; i < 50; i++) {
                double t = Math.PI * (label + i / 49.0);
                double x = 3 * (StrictMath.cos(t) - 0.5 + label) + 0.4 * random.nextGaussian();
                points.add(x, 3 * (StrictMath.sin(t) - 0.25 + 0.5 * label) + 0.4 * random.nextGaussian(), label);
            }
        }
        return points;
    }
    // end::sets[]

    private void add(double x, double y, int label) {
        at.add(new double[] {x, y});
        labels.add(label);
    }

    /** How many points there are. */
    public int size() {
        return at.size();
    }

    /** A point as input of a network. */
    public Vol at(int i) {
        return Vol.of(at.get(i));
    }

    /** Class of a point, 0 or 1. */
    public int label(int i) {
        return labels.get(i);
    }

    /** Half the side of the part of the plane that shows all points. */
    public double radius() {
        return radius;
    }

    /** All indices in random order. */
    public int[] shuffled(Random random) {
        var order = new int[size()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
