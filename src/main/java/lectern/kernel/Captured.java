package lectern.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * What a program wrote to one of its streams.
 *
 * @param text lines ended by {@code \n}, blanks at line ends dropped, at most {@link #LIMIT} bytes
 * @param more bytes beyond the limit, which are not in the text
 * @param utf8 whether it was UTF-8; a byte that was not is U+FFFD in the text
 */
public record Captured(String text, long more, boolean utf8) {
    /** Most bytes that are kept of a stream, and most that a program may write. */
    public static final long LIMIT = 1L << 20;

    /** Read what was written to a file. */
    static Captured of(Path file) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes((int) LIMIT);
        }
        long more = Math.max(0, Files.size(file) - LIMIT);
        String text =
                new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .map(String::stripTrailing)
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
        // a cut may fall within a character
        return new Captured(text, more, more > 0 || isUtf8(bytes));
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The text, and where it was cut the word that it was. */
    public String marked() {
        return more == 0 ? text : text + "[cut here: " + more + " bytes more]\n";
    }
}
