package lectern.pdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A piece as bytes. */
final class PieceFile {
    private PieceFile() {}

    static byte[] write(Piece piece) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(piece.plain().length + (1 << 16));
        DataOutputStream out = new DataOutputStream(bytes);
        numbers(out, piece.pages());
        numbers(out, piece.structure());
        out.writeInt(piece.keys());
        out.writeInt(piece.tree());
        out.writeInt(piece.metadata());
        bytes(out, piece.roles());
        bytes(out, piece.plain());
        numbers(out, piece.ends());
        out.writeInt(piece.streams().size());
        for (Piece.Flow flow : piece.streams()) {
            bytes(out, flow.dictionary());
            bytes(out, flow.data());
        }
        out.writeInt(piece.links().size());
        for (String link : piece.links()) {
            text(out, link);
        }
        out.writeInt(piece.anchors().size());
        for (Map.Entry<String, Piece.Anchor> anchor : piece.anchors().entrySet()) {
            text(out, anchor.getKey());
            anchor(out, anchor.getValue());
        }
        out.writeInt(piece.headings().size());
        for (Piece.Heading heading : piece.headings()) {
            text(out, heading.title());
            out.writeInt(heading.level());
            anchor(out, heading.place());
            out.writeInt(heading.element());
        }
        out.writeInt(piece.fonts().size());
        for (Map.Entry<Integer, int[]> face : piece.fonts().entrySet()) {
            out.writeInt(face.getKey());
            numbers(out, face.getValue());
        }
        out.writeInt(piece.said().size());
        for (Map.Entry<String, String> entry : piece.said().entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue());
        }
        return bytes.toByteArray();
    }

    /** Read what {@link #write} wrote; any exception at run time means that it did not. */
    static Piece read(ByteBuffer in) {
        return new Piece(
                list(in),
                list(in),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                bytes(in),
                bytes(in),
                numbers(in),
                flows(in),
                links(in),
                anchors(in),
                headings(in),
                fonts(in),
                said(in));
    }

    private static List<Piece.Flow> flows(ByteBuffer in) {
        List<Piece.Flow> flows = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            flows.add(new Piece.Flow(bytes(in), bytes(in)));
        }
        return flows;
    }

    private static List<String> links(ByteBuffer in) {
        List<String> links = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            links.add(text(in));
        }
        return links;
    }

    private static SortedMap<String, Piece.Anchor> anchors(ByteBuffer in) {
        SortedMap<String, Piece.Anchor> anchors = new TreeMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            anchors.put(text(in), anchor(in));
        }
        return anchors;
    }

    private static List<Piece.Heading> headings(ByteBuffer in) {
        List<Piece.Heading> headings = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            headings.add(new Piece.Heading(text(in), in.getInt(), anchor(in), in.getInt()));
        }
        return headings;
    }

    private static SortedMap<Integer, int[]> fonts(ByteBuffer in) {
        SortedMap<Integer, int[]> fonts = new TreeMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            fonts.put(in.getInt(), numbers(in));
        }
        return fonts;
    }

    private static SortedMap<String, String> said(ByteBuffer in) {
        SortedMap<String, String> said = new TreeMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            said.put(text(in), text(in));
        }
        return said;
    }

    private static void anchor(DataOutputStream out, Piece.Anchor anchor) throws IOException {
        out.writeInt(anchor.page());
        out.writeInt(anchor.top());
        out.writeInt(anchor.start());
    }

    private static Piece.Anchor anchor(ByteBuffer in) {
        return new Piece.Anchor(in.getInt(), in.getInt(), in.getInt());
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void numbers(DataOutputStream out, List<Integer> numbers) throws IOException {
        numbers(out, numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void numbers(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    private static int[] numbers(ByteBuffer in) {
        int[] numbers = new int[in.getInt()];
        in.asIntBuffer().get(numbers);
        in.position(in.position() + Integer.BYTES * numbers.length);
        return numbers;
    }

    private static List<Integer> list(ByteBuffer in) {
        List<Integer> list = new ArrayList<>();
        for (int number : numbers(in)) {
            list.add(number);
        }
        return list;
    }
}
