package lectern.model;

/**
 * A place that can be referred to.
 *
 * @param id the anchor
 * @param text title of what is anchored; empty when it has none
 * @param location where it is defined
 */
public record Anchor(String id, String text, Location location) {}
