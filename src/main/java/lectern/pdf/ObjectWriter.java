package lectern.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Writes the objects of a file: streams as they come, all others packed in groups. ISO 32000-1,
 * 7.5.7 and 7.5.8.
 */
final class ObjectWriter {
    private static final int GROUP = 200;
    private static final int ENTRY = 7;

    private final OutputStream out;
    // a fiftieth more bytes, a third of the time: structure is most of what is packed here
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final Draft head = new Draft();
    private final Draft group = new Draft();
    private final byte[] chunk = new byte[1 << 16];
    private byte[] table;
    private int[] waiting = new int[GROUP];
    private int inGroup;
    private int next;
    private long at;

    /**
     * Begin a file.
     *
     * @param first number after those that will be used for objects given to the writer
     */
    ObjectWriter(OutputStream out, int first) throws IOException {
        this.out = out;
        this.next = first;
        this.table = new byte[ENTRY * (first + 1024)];
        entry(0, 0, 0, 0xffff); // the free object that every file begins with
        write(new Draft().text("%PDF-1.7\n%").text("\u00e2\u00e3\u00cf\u00d3\n").from(0));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        at += bytes.length;
    }

    /** Write an object that is no stream. */
    void plain(int number, Draft syntax) throws IOException {
        plain(number, syntax.from(0), 0, syntax.size());
    }

    /** Write an object that is no stream. */
    void plain(int number, byte[] syntax, int start, int length) throws IOException {
        head.number(number).text(" ").number(group.size()).text(" ");
        group.write(syntax, start, length);
        group.write('\n');
        waiting[inGroup++] = number;
        if (inGroup == GROUP) {
            pack();
        }
    }

    private void pack() throws IOException {
        if (inGroup == 0) {
            return;
        }
        int number = next++;
        for (int i = 0; i < inGroup; i++) {
            entry(waiting[i], 2, number, i);
        }
        int first = head.size();
        head.write(group.from(0), 0, group.size());
        Draft dictionary = new Draft().text("/Type /ObjStm /N ").number(inGroup);
        dictionary.text(" /First ").number(first).text(" /Filter /FlateDecode");
        stream(number, dictionary.from(0), deflate(head.from(0)));
        head.clear();
        group.clear();
        inGroup = 0;
    }

    /** Write a stream with the entries of its dictionary, its length left out. */
    void stream(int number, byte[] dictionary, byte[] data) throws IOException {
        entry(number, 1, at, 0);
        write(new Draft().number(number).text(" 0 obj\n<<").from(0));
        write(dictionary);
        write(new Draft().text(" /Length ").number(data.length).text(">>\nstream\n").from(0));
        write(data);
        write(new Draft().text("\nendstream\nendobj\n").from(0));
    }

    /**
     * End the file.
     *
     * @param more entries of the trailer
     */
    void end(Draft more) throws IOException {
        pack();
        int number = next++;
        long start = at;
        entry(number, 1, start, 0);
        Draft dictionary = new Draft().text("/Type /XRef /Size ").number(next);
        dictionary.text(" /Index [0 ").number(next).text("] /W [1 4 2] /Filter /FlateDecode ");
        dictionary.write(more.from(0), 0, more.size());
        stream(number, dictionary.from(0), deflate(Arrays.copyOf(table, ENTRY * next)));
        write(new Draft().text("startxref\n").text(Long.toString(start)).text("\n%%EOF\n").from(0));
        deflater.end();
    }

    private void entry(int number, int kind, long place, int index) {
        if (ENTRY * (number + 1) > table.length) {
            table = Arrays.copyOf(table, 2 * ENTRY * (number + 1));
        }
        int to = ENTRY * number;
        table[to] = (byte) kind;
        for (int i = 0; i < 4; i++) {
            table[to + 1 + i] = (byte) (place >> 8 * (3 - i));
        }
        table[to + 5] = (byte) (index >> 8);
        table[to + 6] = (byte) index;
    }

    private byte[] deflate(byte[] bytes) {
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        Draft packed = new Draft();
        while (!deflater.finished()) {
            packed.write(chunk, 0, deflater.deflate(chunk));
        }
        return packed.from(0);
    }
}
