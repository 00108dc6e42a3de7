package lectern.model;

/**
 * One row of a list that says where a book answers the lines of its source.
 *
 * @param from first line of the source, counting from 1
 * @param to last line, itself included
 * @param element what of these lines is answered
 * @param section id of the section that answers
 * @param corrected whether the section corrects what the source says
 * @param reason for the correction; may be empty where nothing is corrected
 * @param location of the row
 */
public record Claim(
        int from,
        int to,
        SourceElement element,
        String section,
        boolean corrected,
        String reason,
        Location location) {

    /** Whether a line of the source is among those answered. */
    public boolean covers(int line) {
        return from <= line && line <= to;
    }
}
