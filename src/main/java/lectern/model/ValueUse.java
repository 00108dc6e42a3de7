package lectern.model;

import java.util.List;

/**
 * A number pulled from a run into prose: {@code val:cell[fact,digits=3]}.
 *
 * @param cell id of the cell
 * @param fact name of the fact
 * @param options the words after the fact, such as {@code digits=3}
 * @param plain whether only plain text fits there, as in alternative text
 * @param start column of its first character, counting from 0
 * @param end column after its last character, counting from 0
 * @param location of the use
 */
public record ValueUse(
        String cell,
        String fact,
        List<String> options,
        boolean plain,
        int start,
        int end,
        Location location) {}
