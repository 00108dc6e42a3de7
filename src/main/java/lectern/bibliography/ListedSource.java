package lectern.bibliography;

/**
 * A source as a style prints it.
 *
 * @param key that citations use
 * @param label what a citation reads, such as {@code (Huang et al., 2019)}; plain text
 * @param html what the list reads, a fragment of HTML with {@code em} and {@code a}
 */
public record ListedSource(String key, String label, String html) {}
