package networks;

/**
 * One parameter tensor of a network.
 *
 * @param name where it stands
 * @param elements numbers in it
 * @param work multiplications of the forward pass that use it, for one sample
 */
public record Tensor(String name, long elements, double work) {}
