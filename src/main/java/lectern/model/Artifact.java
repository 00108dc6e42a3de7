package lectern.model;

/**
 * A file that a run left beside its text: a table, a figure's specification.
 *
 * @param name the part between the kind and the ending, {@code ladder} for {@code fig-ladder.json}
 * @param content the text of the file, lines ended by {@code \n}
 */
public record Artifact(String name, String content) {}
