package lectern.render;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Corrects the object count of a PDF with a cross-reference stream.
 *
 * <p>PDFBox writes one too many, and checkers complain: ISO 32000-1, 7.5.5 wants the highest object
 * number plus one.
 */
final class PdfTrailer {
    private static final Pattern SIZE = Pattern.compile("/Size (\\d+)");
    private static final Pattern INDEX = Pattern.compile("/Index \\[([\\d ]+)\\]");
    private static final Pattern START = Pattern.compile("startxref\\s+(\\d+)\\s+%%EOF\\s*$");
    private static final int TAIL = 64;
    private static final int DICTIONARY = 1 << 16;

    private PdfTrailer() {}

    static void correct(Path file) throws IOException {
        try (RandomAccessFile pdf = new RandomAccessFile(file.toFile(), "rw")) {
            Matcher start = START.matcher(read(pdf, Math.max(0, pdf.length() - TAIL), TAIL));
            if (!start.find()) {
                return;
            }
            long at = Long.parseLong(start.group(1));
            String dictionary = read(pdf, at, DICTIONARY);
            Matcher size = SIZE.matcher(dictionary);
            Matcher index = INDEX.matcher(dictionary);
            if (size.find() && index.find()) {
                String right = String.valueOf(objects(index.group(1)));
                if (right.length() <= size.group(1).length()) {
                    pdf.seek(at + size.start(1));
                    String padded = right + " ".repeat(size.group(1).length() - right.length());
                    pdf.write(padded.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    /** The highest object number of pairs "first count", plus one. */
    private static int objects(String index) {
        String[] numbers = index.strip().split(" +");
        int objects = 0;
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            int end = Integer.parseInt(numbers[i]) + Integer.parseInt(numbers[i + 1]);
            objects = Math.max(objects, end);
        }
        return objects;
    }

    private static String read(RandomAccessFile pdf, long at, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, pdf.length() - at)];
        pdf.seek(at);
        pdf.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
