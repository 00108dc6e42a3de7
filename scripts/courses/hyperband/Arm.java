package hyperband;

/** One configuration in training. */
public interface Arm {
    /** Train up to this many units of resource in all, going on from where it stopped; returns the loss seen. */
    double train(double resource);

    /** What the configuration is worth with the full resource, which the search is not told; for judging only. */
    double worth();
}
