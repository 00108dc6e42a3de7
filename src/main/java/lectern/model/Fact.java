package lectern.model;

/**
 * A named number that a run left behind.
 *
 * @param name kebab case, unique within its run
 * @param value in {@code unit}
 * @param unit as printed beside the number; empty for a pure number
 */
public record Fact(String name, double value, String unit) {}
