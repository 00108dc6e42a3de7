package lectern.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Follows a file that a program writes to, as far as {@link Captured#LIMIT}; a character whose
 * bytes have not all come waits for the rest.
 */
final class OutputTail {
    private final Path file;
    private final Consumer<String> told;
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] waiting = new byte[0];
    private long read;

    OutputTail(Path file, Consumer<String> told) {
        this.file = file;
        this.told = told;
    }

    /** Tell what has come since the last call. */
    void follow() throws IOException {
        int more = (int) (Math.min(Files.size(file), Captured.LIMIT) - read);
        if (more <= 0) {
            return;
        }
        byte[] fresh;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(read);
            fresh = in.readNBytes(more);
        }
        read += fresh.length;
        decode(fresh, false);
    }

    /** Tell the rest: no more will come. */
    void end() throws IOException {
        follow();
        decode(new byte[0], true);
    }

    private void decode(byte[] fresh, boolean last) {
        ByteBuffer bytes = ByteBuffer.allocate(waiting.length + fresh.length);
        bytes.put(waiting).put(fresh).flip();
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
        decoder.decode(bytes, text, last);
        waiting = Arrays.copyOfRange(bytes.array(), bytes.position(), bytes.limit());
        if (text.flip().hasRemaining()) {
            told.accept(text.toString());
        }
    }
}
