package lectern.diagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A folder of pictures, named by the digest of what they were drawn from. */
final class DiagramCache {

    /** To be raised when the same text gives another picture. */
    private static final int VERSION = 1;

    private final Path folder;

    DiagramCache(Path folder) {
        this.folder = folder;
    }

    Optional<String> read(DiagramSource source) {
        Path file = file(source);
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    void keep(DiagramSource source, String svg) {
        Path file = file(source);
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "diagram", ".tmp");
            Files.writeString(draft, svg);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private Path file(DiagramSource source) {
        String all = VERSION + " " + source.kind().block() + "\n" + source.text();
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(all.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest) + ".svg");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
