package lectern.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file that a run left beside its text: a table, a figure's specification, a picture.
 *
 * @param kind what it is
 * @param name the part between the kind and the ending, {@code ladder} for {@code fig-ladder.json}
 * @param bytes of the file; of a text in UTF-8, lines ended by {@code \n}
 */
public record Artifact(ArtifactKind kind, String name, byte[] bytes) {

    /** Take in the bytes of a file; the line ends of a text become {@code \n}. */
    public Artifact {
        bytes =
                kind.binary()
                        ? bytes.clone()
                        : new String(bytes, StandardCharsets.UTF_8)
                                .replace("\r\n", "\n")
                                .getBytes(StandardCharsets.UTF_8);
    }

    /** An artifact of text. */
    public static Artifact of(ArtifactKind kind, String name, String content) {
        return new Artifact(kind, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Name of the file that a script writes: {@code fig-ladder.json}. */
    public String fileName() {
        return kind.fileName(name);
    }

    /** How a note names it: {@code figure:ladder}; empty for what only accompanies another. */
    public String label() {
        return kind.label().isEmpty() ? "" : kind.label() + ":" + name;
    }

    /** The text of the file. */
    public String content() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Artifact that
                && kind == that.kind
                && name.equals(that.name)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * fileName().hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return fileName() + " (" + bytes.length + " bytes)";
    }
}
