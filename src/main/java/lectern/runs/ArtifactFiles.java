package lectern.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;

/** Reads the files of known kinds from the folder that a run left them in. */
public final class ArtifactFiles {
    private static final Comparator<Artifact> ORDER =
            Comparator.comparing(Artifact::kind).thenComparing(Artifact::name);

    private ArtifactFiles() {}

    /**
     * Collect what a run left, by kind and then by name; files of no known kind stay where they
     * are.
     *
     * @throws IllegalArgumentException when a name is malformed, two files are the same output, or
     *     a file is named like an output and has an ending that no page can show
     */
    public static List<Artifact> collect(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Artifact> found =
                    files.sorted()
                            .filter(Files::isRegularFile)
                            .map(file -> artifact(file, file.getFileName().toString()))
                            .filter(Objects::nonNull)
                            .sorted(ORDER)
                            .toList();
            refuseTwins(found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + folder, e);
        }
    }

    private static Artifact artifact(Path file, String name) {
        if (!name.matches("(table|fig|html)-.*")) {
            return null;
        }
        ArtifactKind kind =
                ArtifactKind.of(name)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "'" + name + "' has an ending no page can show"));
        String inner = kind.nameIn(name);
        if (!inner.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "'" + name + "' must be named in lower-case letters, digits and hyphens");
        }
        return new Artifact(kind, inner, bytes(file));
    }

    private static void refuseTwins(List<Artifact> found) {
        Set<String> labels = new HashSet<>();
        for (Artifact artifact : found) {
            if (!artifact.label().isEmpty() && !labels.add(artifact.label())) {
                throw new IllegalArgumentException(
                        "'" + artifact.fileName() + "' is a second " + artifact.label());
            }
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
