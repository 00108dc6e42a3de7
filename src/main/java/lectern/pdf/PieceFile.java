package lectern.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
            out.writeUTF(link);
        }
        out.writeInt(piece.anchors().size());
        for (Map.Entry<String, Piece.Anchor> anchor : piece.anchors().entrySet()) {
            out.writeUTF(anchor.getKey());
            anchor(out, anchor.getValue());
        }
        out.writeInt(piece.headings().size());
        for (Piece.Heading heading : piece.headings()) {
            out.writeUTF(heading.title());
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
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
        return bytes.toByteArray();
    }

    static Piece read(byte[] from) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(from));
        return new Piece(
                list(in),
                list(in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
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

    private static List<Piece.Flow> flows(DataInputStream in) throws IOException {
        List<Piece.Flow> flows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            flows.add(new Piece.Flow(bytes(in), bytes(in)));
        }
        return flows;
    }

    private static List<String> links(DataInputStream in) throws IOException {
        List<String> links = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            links.add(in.readUTF());
        }
        return links;
    }

    private static SortedMap<String, Piece.Anchor> anchors(DataInputStream in) throws IOException {
        SortedMap<String, Piece.Anchor> anchors = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            anchors.put(in.readUTF(), anchor(in));
        }
        return anchors;
    }

    private static List<Piece.Heading> headings(DataInputStream in) throws IOException {
        List<Piece.Heading> headings = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            headings.add(new Piece.Heading(in.readUTF(), in.readInt(), anchor(in), in.readInt()));
        }
        return headings;
    }

    private static SortedMap<Integer, int[]> fonts(DataInputStream in) throws IOException {
        SortedMap<Integer, int[]> fonts = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            fonts.put(in.readInt(), numbers(in));
        }
        return fonts;
    }

    private static SortedMap<String, String> said(DataInputStream in) throws IOException {
        SortedMap<String, String> said = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            said.put(in.readUTF(), in.readUTF());
        }
        return said;
    }

    private static void anchor(DataOutputStream out, Piece.Anchor anchor) throws IOException {
        out.writeInt(anchor.page());
        out.writeInt(anchor.top());
        out.writeInt(anchor.start());
    }

    private static Piece.Anchor anchor(DataInputStream in) throws IOException {
        return new Piece.Anchor(in.readInt(), in.readInt(), in.readInt());
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
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

    private static int[] numbers(DataInputStream in) throws IOException {
        int[] numbers = new int[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    private static List<Integer> list(DataInputStream in) throws IOException {
        List<Integer> list = new ArrayList<>();
        for (int number : numbers(in)) {
            list.add(number);
        }
        return list;
    }
}
