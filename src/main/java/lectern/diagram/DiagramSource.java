package lectern.diagram;

/**
 * A diagram as its author wrote it.
 *
 * @param kind the language
 * @param text lines in that language
 */
public record DiagramSource(DiagramKind kind, String text) {}
