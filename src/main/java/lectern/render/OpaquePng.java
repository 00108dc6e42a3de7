package lectern.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/**
 * Paints a picture with an alpha channel on white paper.
 *
 * <p>The PDF engine takes an opaque PNG over as it is, but unpacks one with alpha and packs it as
 * two pictures. The JDK's own writer costs three times as much as this one.
 */
final class OpaquePng {
    private OpaquePng() {}

    /** The same picture without transparency, or the bytes as they are where that is not needed. */
    static byte[] of(byte[] bytes) throws IOException {
        if (!transparent(bytes)) {
            return bytes;
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        if (image == null) {
            return bytes;
        }
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        boolean known = bands == 4 || bands == 2;
        if (!known || raster.getDataBuffer().getDataType() != DataBuffer.TYPE_BYTE) {
            return bytes;
        }
        return encoded(raster, bands);
    }

    // PNG specification, 11.2.2: byte 25 is the colour type; 4 and 6 carry an alpha channel.
    private static boolean transparent(byte[] bytes) {
        return bytes.length > 25
                && (bytes[0] & 0xff) == 0x89
                && bytes[1] == 'P'
                && (bytes[25] == 4 || bytes[25] == 6);
    }

    private static byte[] encoded(Raster raster, int bands) throws IOException {
        int colours = bands - 1;
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
        DataOutputStream out = new DataOutputStream(file);
        out.writeLong(0x89504E470D0A1A0AL);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(head);
        header.writeInt(raster.getWidth());
        header.writeInt(raster.getHeight());
        header.write(new byte[] {8, (byte) (colours == 3 ? 2 : 0), 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray());
        chunk(out, "IDAT", rows(raster, bands));
        chunk(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] rows(Raster raster, int bands) throws IOException {
        int width = raster.getWidth();
        int colours = bands - 1;
        byte[] pixels = new byte[width * bands];
        byte[] above = new byte[width * colours];
        byte[] row = new byte[width * colours];
        byte[] filtered = new byte[1 + width * colours];
        filtered[0] = 2; // PNG specification, 9.2: "Up", the difference to the row above
        ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 16);
        Deflater deflater = new Deflater(6);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, 1 << 14)) {
            for (int y = 0; y < raster.getHeight(); y++) {
                raster.getDataElements(raster.getMinX(), raster.getMinY() + y, width, 1, pixels);
                onWhite(pixels, bands, row);
                for (int i = 0; i < row.length; i++) {
                    filtered[i + 1] = (byte) (row[i] - above[i]);
                }
                out.write(filtered);
                byte[] swap = above;
                above = row;
                row = swap;
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void onWhite(byte[] pixels, int bands, byte[] row) {
        int to = 0;
        for (int from = 0; from < pixels.length; from += bands) {
            int alpha = pixels[from + bands - 1] & 0xff;
            for (int band = 0; band < bands - 1; band++) {
                int colour = pixels[from + band] & 0xff;
                row[to++] = (byte) (255 - (255 - colour) * alpha / 255);
            }
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
