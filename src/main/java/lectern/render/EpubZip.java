package lectern.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lectern.text.SourceFiles;

/**
 * The container of an EPUB: the type first and stored, then everything else, all at one fixed time,
 * so that the same book gives the same bytes.
 */
final class EpubZip {
    // EPUB 3.3, 4.2.4: the first file, neither compressed nor with an extra field.
    private static final byte[] TYPE = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    // APPNOTE.TXT 6.3.10, 4.3.16: the end of the directory, without a comment; at 12 the length of
    // the directory, at 16 its start. 4.3.12: at 42 of an entry the start of its file.
    private static final int END = 22;
    private static final int MOST = 0xfffe;

    private EpubZip() {}

    /** Write the files in their order, whole or not at all. */
    static void write(Path file, Map<String, byte[]> files) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        files.forEach((path, bytes) -> parts.add(packed(path, bytes)));
        write(file, parts);
    }

    /** Write packed files in their order, whole or not at all. */
    static void write(Path file, List<byte[]> files) throws IOException {
        List<byte[]> parts = new ArrayList<>(List.of(type()));
        parts.addAll(files);
        if (parts.size() > MOST) {
            throw new IllegalArgumentException(files.size() + " files are too many for an EPUB");
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream(1 << 20);
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            ByteBuffer bytes = ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN);
            int length = bytes.getInt(part.length - END + 12);
            int start = bytes.getInt(part.length - END + 16);
            bytes.putInt(start + 42, zip.size());
            zip.write(part, 0, start);
            directory.write(part, start, length);
            bytes.putInt(start + 42, 0);
        }
        ByteBuffer end = ByteBuffer.allocate(END).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(0).putShort((short) parts.size());
        end.putShort((short) parts.size()).putInt(directory.size()).putInt(zip.size());
        zip.writeBytes(directory.toByteArray());
        zip.writeBytes(end.array());
        SourceFiles.write(file, zip.toByteArray());
    }

    /** A file as its part of a container: a container that holds nothing else. */
    static byte[] packed(String path, byte[] content) {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(TIME);
        return packed(entry, content);
    }

    private static byte[] packed(ZipEntry entry, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3 + 256);
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] type() {
        ZipEntry entry = new ZipEntry("mimetype");
        CRC32 crc = new CRC32();
        crc.update(TYPE);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(TYPE.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        return packed(entry, TYPE);
    }
}
