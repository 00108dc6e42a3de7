package lectern.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The container of an EPUB: the type first and stored, then everything else, all at one fixed time,
 * so that the same book gives the same bytes.
 */
final class EpubZip {
    // EPUB 3.3, 4.2.4: the first file, neither compressed nor with an extra field.
    private static final byte[] TYPE = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private EpubZip() {}

    /** Write the files in their order, whole or not at all. */
    static void write(Path file, Map<String, byte[]> files) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (ZipOutputStream zip =
                new ZipOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(fresh)),
                        StandardCharsets.UTF_8)) {
            zip.putNextEntry(type());
            zip.write(TYPE);
            for (Map.Entry<String, byte[]> content : files.entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(content.getValue());
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ZipEntry type() {
        ZipEntry entry = new ZipEntry("mimetype");
        CRC32 crc = new CRC32();
        crc.update(TYPE);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(TYPE.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        return entry;
    }
}
