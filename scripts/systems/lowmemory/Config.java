package lowmemory;

/**
 * What is trained, and which levers are pulled.
 *
 * @param depth residual layers
 * @param width of a layer
 * @param batch samples per update
 * @param steps updates
 * @param density share of the weights that exist, 1 for all
 * @param half whether everything is stored in 16 bits
 * @param microbatch samples that go through the net together
 * @param segment layers between two checkpoints, the depth for no checkpoints
 */
public record Config(int depth, int width, int batch, int steps, double density, boolean half, int microbatch,
        int segment) {
    /** No lever pulled. */
    public static Config plain(int depth, int width, int batch, int steps) {
        return new Config(depth, width, batch, steps, 1, false, batch, depth);
    }

    /** Fewer weights. */
    public Config sparse(double share) {
        return new Config(depth, width, batch, steps, share, half, microbatch, segment);
    }

    /** Shorter numbers. */
    public Config halved() {
        return new Config(depth, width, batch, steps, density, true, microbatch, segment);
    }

    /** Fewer samples at a time. */
    public Config micro(int samples) {
        return new Config(depth, width, batch, steps, density, half, Math.min(samples, batch), segment);
    }

    /** Fewer layers kept. */
    public Config checkpoint(int layers) {
        return new Config(depth, width, batch, steps, density, half, microbatch, Math.min(layers, depth));
    }
}
