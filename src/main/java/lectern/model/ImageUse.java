package lectern.model;

/**
 * A picture that a note shows.
 *
 * @param target as written
 * @param file resolved, relative to the book root; a URL when remote
 * @param described whether it has alternative text
 * @param block whether it stands alone
 * @param location of the macro
 */
public record ImageUse(
        String target, String file, boolean described, boolean block, Location location) {}
