package lectern.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads, in the same order, what a {@link PackedWriter} packed. */
public final class PackedReader {
    private final ByteBuffer in;

    private PackedReader(ByteBuffer in) {
        this.in = in;
    }

    /**
     * Open a file.
     *
     * @param writer who must have written it
     * @return nothing where there is no such file, where it is damaged, or where somebody else
     *     wrote it
     */
    public static Optional<PackedReader> open(Path file, String writer) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
        byte[] line = writer.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < Long.BYTES + Integer.BYTES + line.length) {
            return Optional.empty();
        }
        PackedReader reader = new PackedReader(ByteBuffer.wrap(bytes));
        return reader.in.getLong() == PackedWriter.checksum(bytes) && reader.text().equals(writer)
                ? Optional.of(reader)
                : Optional.empty();
    }

    /** The next number. */
    public int number() {
        return in.getInt();
    }

    /** The next bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    /** The next text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The next texts. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            texts.add(text());
        }
        return texts;
    }

    /** The next texts with names. */
    public Map<String, String> named() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int left = number(); left > 0; left--) {
            texts.put(text(), text());
        }
        return texts;
    }
}
