package lectern.render;

/**
 * What the page says about one cell beside its code.
 *
 * @param alias name of the script in the catalog, as {@code jbang} takes it
 * @param scriptPath path of the script from the book root, with forward slashes; may be empty
 * @param jbangCommand whole command line that runs the cell, arguments included
 * @param description one sentence on what the script does; may be empty
 * @param machine machine of the recorded run; may be empty
 */
public record CellCard(
        String alias, String scriptPath, String jbangCommand, String description, String machine) {}
