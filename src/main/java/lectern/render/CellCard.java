package lectern.render;

/**
 * What the page says about one cell beside its code.
 *
 * @param alias name of the script in the catalog, as {@code jbang} takes it
 * @param scriptPath path of the script from the book root, with forward slashes; may be empty
 * @param jbangCommand whole command line that runs the cell, arguments included
 * @param description one sentence on what the script does; may be empty
 * @param machine machine of the recorded run; may be empty
 * @param record path of the record from the book root; may be empty
 * @param met how many of the published numbers it is held against it meets
 * @param published how many those are
 * @param inPage what the page needs to run the cell itself, as JSON; empty where it cannot
 */
public record CellCard(
        String alias,
        String scriptPath,
        String jbangCommand,
        String description,
        String machine,
        String record,
        int met,
        int published,
        String inPage) {

    /** A cell without a record. */
    public CellCard(
            String alias,
            String scriptPath,
            String jbangCommand,
            String description,
            String machine) {
        this(alias, scriptPath, jbangCommand, description, machine, "", 0, 0, "");
    }

    /** The same card of a cell that the page can run. */
    public CellCard inPage(String data) {
        return new CellCard(
                alias,
                scriptPath,
                jbangCommand,
                description,
                machine,
                record,
                met,
                published,
                data);
    }
}
