package lectern.script;

import java.nio.file.Path;

/**
 * An artifact on the class path of a script.
 *
 * @param coordinates group, artifact, version and what else tells it apart, joined by colons
 * @param file in the local repository
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 */
public record Resolved(String coordinates, Path file, String sha256) {}
