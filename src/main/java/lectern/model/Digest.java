package lectern.model;

/**
 * A SHA-256 digest.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {

    /** Refuse what is not a digest, such as a line damaged by a merge. */
    public Digest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 digest: '" + hex + "'");
        }
    }

    @Override
    public String toString() {
        return "sha256:" + hex;
    }
}
