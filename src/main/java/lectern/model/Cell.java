package lectern.model;

/**
 * A block of code in a note that can be run.
 *
 * @param id its name in the book
 * @param area folder of the note below the notes, where runs and images of the cell are kept
 * @param script path of the script relative to the book root
 * @param options what the note says about the run
 * @param location of the block's first attribute line
 * @param lastLine of the block, with its callout list, counting from 1
 */
public record Cell(
        CellId id,
        String area,
        String script,
        CellOptions options,
        Location location,
        int lastLine) {

    /** Path below the folder of runs or images without an ending, such as {@code gpu/nvlink}. */
    public String path() {
        return area.isEmpty() ? id.value() : area + "/" + id;
    }
}
