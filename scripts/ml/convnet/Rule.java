package convnet;

/** How a gradient becomes a step; {@code s} is two numbers of memory that belong to the weight. */
public interface Rule {
    /** What to add to a weight whose gradient is {@code g}, in step {@code k} = 1, 2, ... */
    double step(double g, double[] s, int at, int k);

    // tag::rules[]
    /** Gradient descent with momentum. */
    static Rule momentum(double rate, double mu) {
        return (g, s, at, k) -> s[at] = mu * s[at] - rate * g;
    }

    /** Nesterov's momentum: measure the gradient where the momentum will have led. */
    static Rule nesterov(double rate, double mu) {
        return (g, s, at, k) -> {
            double before = s[at];
            s[at] = mu * s[at] - rate * g;
            return (1 + mu) * s[at] - mu * before;
        };
    }

    /** Adagrad: divide by the root of all squared gradients so far. */
    static Rule adagrad(double rate) {
        return (g, s, at, k) -> {
            s[at] += g * g;
            return -rate * g / Math.sqrt(s[at] + 1e-8);
        };
    }

    /** Adadelta: a ratio of two running means, without a learning rate. */
    static Rule adadelta(double decay) {
        return (g, s, at, k) -> {
            s[at] = decay * s[at] + (1 - decay) * g * g;
            double step = -Math.sqrt((s[at + 1] + 1e-6) / (s[at] + 1e-6)) * g;
            s[at + 1] = decay * s[at + 1] + (1 - decay) * step * step;
            return step;
        };
    }

    /** Adam; its two means start at zero, and {@code correction} undoes that bias. */
    static Rule adam(double rate, double beta1, double beta2, Correction correction) {
        return (g, s, at, k) -> {
            s[at] = beta1 * s[at] + (1 - beta1) * g;
            s[at + 1] = beta2 * s[at + 1] + (1 - beta2) * g * g;
            double first = correction.apply(s[at], 1 - StrictMath.pow(beta1, k));
            double second = correction.apply(s[at + 1], 1 - StrictMath.pow(beta2, k));
            return -rate * first / (Math.sqrt(second) + 1e-8);
        };
    }
    // end::rules[]

    /** What Adam does with a mean and the weight that it has gathered so far. */
    interface Correction {
        /** Returns the mean, corrected. */
        double apply(double mean, double gathered);
    }
}
