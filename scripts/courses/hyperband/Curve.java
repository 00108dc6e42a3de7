package hyperband;

import java.util.Random;

/** A learning curve by formula: a quadratic in four settings, plus a part that training removes, plus noise. */
public final class Curve implements Arm {
    private final double floor;
    private final double speed;
    private final double full;
    private final double noise;
    private final Random random;

    /** Draw four settings and a speed of learning; {@code full} is the most resource there is. */
    public Curve(double full, double noise, Random random) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double off = random.nextDouble() - 0.3;
            sum += off * off;
        }
        this.floor = sum;
        this.speed = 0.2 + 1.3 * random.nextDouble();
        this.full = full;
        this.noise = noise;
        this.random = new Random(random.nextLong());
    }

    @Override
    public double train(double resource) {
        return level(resource) + noise * random.nextGaussian();
    }

    @Override
    public double worth() {
        return level(full);
    }

    // tag::level[]
    /** Loss without noise: the quadratic, and what training has not yet removed. */
    double level(double resource) {
        return floor + StrictMath.pow(1 + resource, -speed);
    }
    // end::level[]
}
