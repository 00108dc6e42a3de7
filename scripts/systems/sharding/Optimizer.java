package sharding;

/** Rules for the weights, with what each remembers per weight. */
public enum Optimizer {
    /** Remembers nothing. */
    SGD(0) {
        @Override
        float step(float gradient, float[][] slots, int i, int step) {
            return RATE * gradient;
        }
    },
    /** Remembers a velocity. */
    MOMENTUM(1) {
        @Override
        float step(float gradient, float[][] slots, int i, int step) {
            slots[0][i] = 0.9f * slots[0][i] + gradient;
            return RATE * slots[0][i];
        }
    },
    // tag::adam[]
    /** Remembers a mean of the gradient and a mean of its square. */
    ADAM(2) {
        @Override
        float step(float gradient, float[][] slots, int i, int step) {
            slots[0][i] = 0.9f * slots[0][i] + 0.1f * gradient;
            slots[1][i] = 0.999f * slots[1][i] + 0.001f * gradient * gradient;
            double mean = slots[0][i] / (1 - StrictMath.pow(0.9, step));
            double square = slots[1][i] / (1 - StrictMath.pow(0.999, step));
            return (float) (RATE * mean / (Math.sqrt(square) + 1e-8));
        }
    };
    // end::adam[]

    private static final float RATE = 0.05f;

    private final int slots;

    Optimizer(int slots) {
        this.slots = slots;
    }

    /** Numbers it remembers per weight. */
    public int slots() {
        return slots;
    }

    /** How far to move one weight, in step 1, 2 and so on. */
    abstract float step(float gradient, float[][] slots, int i, int step);
}
