package lectern.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** Writes pieces one after the other as one file; the same pieces give the same bytes. */
public final class Joiner {
    private static final int CATALOG = 1;
    private static final int INFORMATION = 2;
    private static final int PAGES = 3;
    private static final int STRUCTURE = 4;
    private static final int DOCUMENT = 5;
    private static final int TREE = 6;
    private static final int FIRST = 7;

    private final List<Piece> pieces;
    private final Piece fonts;
    private final Frame frame;
    private final Places places;
    private final Outline outline;
    private final int nodes;
    private final int outlines;
    private final ObjectWriter writer;
    private final Draft draft = new Draft();

    private Joiner(List<Piece> pieces, Piece fonts, Frame frame, OutputStream out)
            throws IOException {
        List<Piece> all = new ArrayList<>(pieces);
        all.add(fonts);
        this.pieces = pieces;
        this.fonts = fonts;
        this.frame = frame;
        this.places = new Places(all, FIRST);
        this.outline = new Outline(pieces);
        this.nodes = places.end();
        this.outlines = nodes + pieces.size();
        this.writer = new ObjectWriter(out, outlines + outline.objects());
    }

    /**
     * Write a file.
     *
     * @param pieces at least one, in order; every font they show is among {@code fonts}
     * @param fonts made by {@link FontPieces}
     * @param out where to write; stays open
     */
    public static void join(List<Piece> pieces, Piece fonts, Frame frame, OutputStream out)
            throws IOException {
        new Joiner(pieces, fonts, frame, out).write();
    }

    private void write() throws IOException {
        int key = 0;
        for (int i = 0; i <= pieces.size(); i++) {
            Piece piece = i < pieces.size() ? pieces.get(i) : fonts;
            int start = 0;
            for (int object = 0; object < piece.ends().length; object++) {
                int end = piece.ends()[object];
                draft.clear();
                settle(piece, i, key, piece.plain(), start, end);
                writer.plain(places.plain(i, object), draft);
                start = end;
            }
            for (int stream = 0; stream < piece.streams().size(); stream++) {
                byte[] dictionary = piece.streams().get(stream).dictionary();
                draft.clear();
                settle(piece, i, key, dictionary, 0, dictionary.length);
                byte[] data = piece.streams().get(stream).data();
                writer.stream(places.stream(i, stream), draft.from(0), data);
            }
            key += piece.keys();
        }
        pageTree();
        structure(key);
        for (int i = 0; i < outline.objects(); i++) {
            writer.plain(outlines + i, outline.object(i, outlines, places));
        }
        catalog();
        information();
        Draft trailer = new Draft().text("/Root 1 0 R /Info 2 0 R /ID [");
        String id = id();
        writer.end(trailer.text("<" + id + "><" + id + ">]"));
    }

    /** Copy syntax with its marks replaced. */
    private void settle(Piece piece, int index, int key, byte[] syntax, int start, int end) {
        int from = start;
        for (int at = start; at < end; at++) {
            if (syntax[at] == Draft.MARK) {
                draft.write(syntax, from, at - from);
                char kind = (char) syntax[at + 1];
                int number = 0;
                for (at += 2; syntax[at] != Draft.END; at++) {
                    number = 10 * number + syntax[at] - '0';
                }
                settle(piece, index, key, kind, number);
                from = at + 1;
            }
        }
        draft.write(syntax, from, end - from);
    }

    private void settle(Piece piece, int index, int key, char kind, int number) {
        switch (kind) {
            case Draft.OBJECT -> reference(places.plain(index, number));
            case Draft.STREAM -> reference(places.stream(index, number));
            case Draft.LINK -> draft.text(places.place(piece.links().get(number)));
            case Draft.FONT -> reference(font(number));
            case Draft.KEY -> draft.number(key + number);
            case Draft.PAGES -> reference(nodes + index);
            case Draft.DOCUMENT -> reference(DOCUMENT);
            default -> throw new IllegalStateException("no mark of a piece: " + kind);
        }
    }

    private void reference(int number) {
        draft.number(number).text(" 0 R");
    }

    private int font(int face) {
        int index = fonts.fonts().headMap(face).size();
        return places.plain(pieces.size(), fonts.pages().get(index));
    }

    private void pageTree() throws IOException {
        Draft root = new Draft().text("<</Type /Pages/Kids[");
        int count = 0;
        for (int i = 0; i < pieces.size(); i++) {
            List<Integer> pages = pieces.get(i).pages();
            Draft node = new Draft().text("<</Type /Pages/Parent 3 0 R/Count ");
            node.number(pages.size()).text("/Kids[");
            for (int page : pages) {
                node.text(places.object(i, page)).text(" ");
            }
            writer.plain(nodes + i, node.text("]>>"));
            root.number(nodes + i).text(" 0 R ");
            count += pages.size();
        }
        writer.plain(PAGES, root.text("]/Count ").number(count).text(">>"));
    }

    private void structure(int keys) throws IOException {
        Draft kids = new Draft().text("<</Type /StructElem/S /Document/P 4 0 R/Lang ");
        kids.string(Strings.text(frame.language()));
        kids.text("/K[");
        Draft leaves = new Draft().text("<</Kids[");
        byte[] roles = new byte[0];
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            for (int element : piece.structure()) {
                kids.text(places.object(i, element)).text(" ");
            }
            if (piece.tree() >= 0) {
                leaves.text(places.object(i, piece.tree())).text(" ");
            }
            roles = roles.length == 0 ? piece.roles() : roles;
        }
        writer.plain(DOCUMENT, kids.text("]>>"));
        writer.plain(TREE, leaves.text("]>>"));
        Draft root = new Draft().text("<</Type /StructTreeRoot/K 5 0 R/ParentTree 6 0 R");
        root.text("/ParentTreeNextKey ").number(keys);
        if (roles.length > 0) {
            root.text("/RoleMap ").write(roles, 0, roles.length);
        }
        writer.plain(STRUCTURE, root.text(">>"));
    }

    private void catalog() throws IOException {
        Draft catalog = new Draft().text("<</Type /Catalog/Version /1.7/Pages 3 0 R");
        catalog.text("/StructTreeRoot 4 0 R/MarkInfo <</Marked true>>");
        catalog.text("/ViewerPreferences <</DisplayDocTitle true>>/Lang ");
        catalog.string(Strings.text(frame.language()));
        if (outline.objects() > 0) {
            catalog.text("/Outlines ").number(outlines).text(" 0 R");
        }
        catalog.text("/PageLabels <</Nums[");
        if (frame.numbered() > 0) {
            catalog.text("0 <</S /r>> ");
        }
        catalog.number(frame.numbered()).text(" <</S /D>>]>>");
        Piece described = pieces.get(0);
        if (described.metadata() >= 0) {
            catalog.text("/Metadata ").number(places.stream(0, described.metadata())).text(" 0 R");
        }
        writer.plain(CATALOG, catalog.text(">>"));
    }

    private void information() throws IOException {
        Draft information = new Draft().text("<<");
        entry(information, "Title", frame.title());
        entry(information, "Author", frame.author());
        entry(information, "Subject", frame.subject());
        entry(information, "Producer", frame.producer());
        // a fixed day keeps two files of the same input equal
        entry(information, "CreationDate", "D:20260101000000+00'00'");
        entry(information, "ModDate", "D:20260101000000+00'00'");
        writer.plain(INFORMATION, information.text(">>"));
    }

    private static void entry(Draft to, String key, String value) {
        if (!value.isEmpty()) {
            to.text("/" + key + " ").string(Strings.text(value));
        }
    }

    /** What tells this file from others: a digest of what it shows. */
    private String id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(frame.toString().getBytes(StandardCharsets.UTF_8));
            CRC32 sum = new CRC32();
            for (Piece piece : pieces) {
                sum.update(piece.plain());
                for (Piece.Flow flow : piece.streams()) {
                    sum.update(flow.data());
                }
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sum.getValue()).array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
