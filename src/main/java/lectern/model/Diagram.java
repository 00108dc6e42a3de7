package lectern.model;

/**
 * A diagram drawn from text.
 *
 * @param kind {@code plantuml} or {@code ditaa}
 * @param source the text, its lines ended by newlines
 * @param firstLine line of the opening delimiter
 * @param lastLine line of the closing delimiter
 * @param location of the first line of the source
 */
public record Diagram(String kind, String source, int firstLine, int lastLine, Location location) {}
