package convnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small network that learns two classes of points; knows neither files nor figures. */
public final class Lesson {
    private final Points points;
    private final Net net;
    private final Trainer trainer;
    private final Random random;
    private final List<Double> losses = new ArrayList<>();

    // tag::lesson[]
    /** Begin with a fresh net whose weights, like the order of the points, come from a seed. */
    public Lesson(Points points, Rule rule, int hidden, long seed) {
        this.points = points;
        random = new Random(seed);
        net = new Net(List.of(
                new Dense(2, hidden, random), new Activation(Activation.Kind.TANH),
                new Dense(hidden, 2, random), new Activation(Activation.Kind.TANH), // <1>
                new Dense(2, 2, random)));
        trainer = new Trainer(net, rule, 10, 0.001);
    }

    /** One epoch: every point once, in random order; returns the mean loss. */
    public double step() {
        double loss = 0;
        for (int i : points.shuffled(random)) {
            loss += trainer.train(points.at(i), points.label(i)) / points.size();
        }
        losses.add(loss);
        return loss;
    }
    // end::lesson[]

    /** How many points are on their side. */
    public int right() {
        int right = 0;
        for (int i = 0; i < points.size(); i++) {
            right += net.predict(points.at(i)) == points.label(i) ? 1 : 0;
        }
        return right;
    }

    /** Probability of class 1 at a point of the plane. */
    public double probability(double x, double y) {
        return net.forward(Vol.of(x, y), false)[1];
    }

    /** What the two units before the last layer say at a point of the plane. */
    public double[] hidden(double x, double y) {
        net.forward(Vol.of(x, y), false);
        return net.activation(4).w;
    }

    /** The line where the last layer gives both classes the same score: across * x + up * y + off = 0. */
    public double[] line() {
        var w = net.parameters().get(4).w;
        var b = net.parameters().get(5).w;
        return new double[] {w[2] - w[0], w[3] - w[1], b[1] - b[0]};
    }

    /** Mean loss of each epoch so far. */
    public List<Double> losses() {
        return losses;
    }

    /** What is learned. */
    public Points points() {
        return points;
    }

    /** What learns. */
    public Net net() {
        return net;
    }
}
