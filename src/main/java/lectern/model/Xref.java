package lectern.model;

/**
 * A reference to an anchor or a title.
 *
 * @param target id or title, without a leading hash
 * @param location of the reference
 */
public record Xref(String target, Location location) {}
