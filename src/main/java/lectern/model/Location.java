package lectern.model;

/**
 * A place in a source file, as compilers print it.
 *
 * @param file path relative to the book root, with forward slashes
 * @param line counts from 1; 0 when the finding is about the file as a whole
 * @param column counts from 1, in UTF-16 code units
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

    /** Refuse places that no editor could jump to. */
    public Location {
        if (file.isEmpty()) {
            throw new IllegalArgumentException("file of a location must not be empty");
        }
        if (line < 0 || column < 1) {
            throw new IllegalArgumentException(
                    "line " + line + " must be >= 0 and column " + column + " must be >= 1");
        }
    }

    /** Point at a file as a whole. */
    public static Location of(String file) {
        return new Location(file, 0, 1);
    }

    /** Point at the start of a line. */
    public static Location of(String file, int line) {
        return new Location(file, line, 1);
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line
                ? Integer.compare(line, other.line)
                : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + Math.max(line, 1) + ":" + column;
    }
}
