package lectern.text;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Packs what a later process is to read back with {@link PackedReader}: numbers, texts, lists and
 * maps, after a checksum and a line that says who wrote it.
 */
public final class PackedWriter {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(content);

    /**
     * Begin.
     *
     * @param writer who writes, in which version; only who knows this line reads on
     */
    public PackedWriter(String writer) {
        try {
            out.writeLong(0);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        text(writer);
    }

    /** Pack a number. */
    public void number(int number) {
        try {
            out.writeInt(number);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /** Pack bytes. */
    public void bytes(byte[] bytes) {
        number(bytes.length);
        content.writeBytes(bytes);
    }

    /** Pack a text. */
    public void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Pack texts in their order. */
    public void texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    /** Pack texts by their names, in the order of the names. */
    public void texts(Map<String, String> texts) {
        number(texts.size());
        new TreeMap<>(texts)
                .forEach(
                        (name, text) -> {
                            text(name);
                            text(text);
                        });
    }

    /** Write what was packed into a file, whole or not at all. */
    public void write(Path file) {
        byte[] bytes = content.toByteArray();
        ByteBuffer.wrap(bytes).putLong(checksum(bytes));
        SourceFiles.write(file, bytes);
    }

    static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, Long.BYTES, bytes.length - Long.BYTES);
        return checksum.getValue();
    }
}
