package lectern.model;

/**
 * A section title.
 *
 * @param level 0 for a part or document title, 1 for a chapter
 * @param title as written
 * @param id explicit or derived
 * @param location of the title line
 */
public record Heading(int level, String title, String id, Location location) {}
