package lectern.pdf;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * PDF syntax with marks in it: what stands for a number that is known only when the file is
 * written. A mark is a byte that syntax never has, a letter and a number. It stretches no further,
 * since strings are written without control characters.
 */
final class Draft extends OutputStream {
    static final byte MARK = 1;
    static final byte END = 2;

    /** An object of the same piece that is no stream; its number among them follows. */
    static final char OBJECT = 'R';

    /** A stream of the same piece; its number among them follows. */
    static final char STREAM = 'X';

    /** A place in the whole file; its number in {@link Piece#links()} follows. */
    static final char LINK = 'D';

    /** A font of the whole file; its face follows. */
    static final char FONT = 'F';

    /** A key of the tree that leads from content to structure; its number in the piece follows. */
    static final char KEY = 'K';

    /** The node of the page tree above the pages of the piece. */
    static final char PAGES = 'P';

    /** The element of the structure that holds the whole document. */
    static final char DOCUMENT = 'S';

    private byte[] bytes = new byte[1 << 14];
    private int size;

    @Override
    public void write(int one) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) one;
    }

    @Override
    public void write(byte[] from, int start, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
        }
        System.arraycopy(from, start, bytes, size, length);
        size += length;
    }

    /** Append ASCII text. */
    Draft text(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        write(ascii, 0, ascii.length);
        return this;
    }

    /** Append a whole number in decimal. */
    Draft number(int number) {
        return text(Integer.toString(number));
    }

    /** Append a mark. */
    Draft mark(char kind, int number) {
        write(MARK);
        write(kind);
        number(number);
        write(END);
        return this;
    }

    /** Append a string object: literal where it is printable ASCII, in hexadecimal otherwise. */
    void string(byte[] content) {
        boolean plain = true;
        for (byte one : content) {
            plain &= one >= ' ' && one < 0x7f;
        }
        write(plain ? '(' : '<');
        for (byte one : content) {
            if (!plain) {
                write(Character.toUpperCase(Character.forDigit(one >> 4 & 15, 16)));
                write(Character.toUpperCase(Character.forDigit(one & 15, 16)));
            } else {
                if (one == '(' || one == ')' || one == '\\') {
                    write('\\');
                }
                write(one);
            }
        }
        write(plain ? ')' : '>');
    }

    int size() {
        return size;
    }

    /** A copy of what stands from a place to the end. */
    byte[] from(int start) {
        return Arrays.copyOfRange(bytes, start, size);
    }

    /** Begin again. */
    void clear() {
        size = 0;
    }
}
