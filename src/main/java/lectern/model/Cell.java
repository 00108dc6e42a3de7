package lectern.model;

/**
 * A block of code in a note that can be run.
 *
 * @param id its name in the book
 * @param area folder of the note below the notes, where runs and images of the cell are kept
 * @param source its code
 * @param options what the note says about the run
 * @param location of the block's first attribute line
 * @param lastLine of the block, with its callout list, counting from 1
 */
public record Cell(
        CellId id,
        String area,
        CellSource source,
        CellOptions options,
        Location location,
        int lastLine) {

    /** Path below the folder of runs or images without an ending, such as {@code gpu/nvlink}. */
    public String path() {
        return area.isEmpty() ? id.value() : area + "/" + id;
    }

    /** What messages call its code: the path of its script, or the place of its lines. */
    public String script() {
        if (source instanceof CellSource.Scripted scripted) {
            return scripted.path();
        }
        CellSource.Inline inline = (CellSource.Inline) source;
        return Location.of(location.file(), inline.firstLine()).toString();
    }

    /** By the name alone, which is unique: what a record has by itself is spun at run time. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Whether its code stands in the note. */
    public boolean inline() {
        return source instanceof CellSource.Inline;
    }

    /** Image target of a picture that the run left, below the images folder. */
    public String picture(Artifact left) {
        String ending = left.kind().binary() ? ".png" : ".svg";
        boolean instead =
                left.kind() == ArtifactKind.HTML_SVG || left.kind() == ArtifactKind.HTML_PNG;
        return path() + "-" + (instead ? "html-" : "") + left.name() + ending;
    }
}
