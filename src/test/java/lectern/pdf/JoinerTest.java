package lectern.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.junit.jupiter.api.Test;

class JoinerTest {
    private static final Frame FRAME = new Frame("Title — 题", "", "", "en", "Test", 1);

    /** A piece of one page with a link to an anchor elsewhere. */
    private static Piece piece(String name, String elsewhere, Piece.Heading... headings) {
        Draft draft = new Draft();
        List<Integer> ends = new ArrayList<>();
        draft.text("<</Type /Page/Parent ").mark(Draft.PAGES, 0);
        draft.text("/MediaBox[0 0 100 100]/Annots[").mark(Draft.OBJECT, 1);
        draft.text("]/Contents ").mark(Draft.STREAM, 0);
        draft.text("/StructParents ").mark(Draft.KEY, 0).text(">>");
        ends.add(draft.size());
        draft.text("<</Type /Annot/Subtype /Link/Rect[0 0 9 9]/A <</S /GoTo/D ");
        draft.mark(Draft.LINK, 0).text(">>>>");
        ends.add(draft.size());
        draft.text("<</Type /StructElem/S /P/P ").mark(Draft.DOCUMENT, 0).text(">>");
        ends.add(draft.size());
        draft.text("<</Limits[").mark(Draft.KEY, 0).text(" ").mark(Draft.KEY, 0).text("]/Nums[");
        draft.mark(Draft.KEY, 0).text("[").mark(Draft.OBJECT, 2).text("]]>>");
        ends.add(draft.size());
        TreeMap<String, Piece.Anchor> anchors = new TreeMap<>();
        anchors.put(name, new Piece.Anchor(0, 70, 0));
        return new Piece(
                List.of(0),
                List.of(2),
                1,
                3,
                -1,
                new byte[0],
                draft.from(0),
                ends.stream().mapToInt(Integer::intValue).toArray(),
                List.of(new Piece.Flow(new byte[0], name.getBytes(StandardCharsets.UTF_8))),
                List.of(elsewhere),
                anchors,
                List.of(headings),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static Piece.Heading heading(String title, int level) {
        return new Piece.Heading(title, level, new Piece.Anchor(0, 50, 0), 2);
    }

    private static byte[] join(Piece... pieces) throws IOException {
        Piece fonts = FontCutter.cut(new FontShelf(List.of()), new TreeMap<>());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Joiner.join(List.of(pieces), fonts, FRAME, out);
        return out.toByteArray();
    }

    @Test
    void linksLeadFromPieceToPiece() throws IOException {
        try (PDDocument file = Loader.loadPDF(join(piece("a", "b"), piece("b", "a")))) {
            for (int page = 0; page < 2; page++) {
                PDAnnotationLink link =
                        (PDAnnotationLink) file.getPage(page).getAnnotations().get(0);
                PDActionGoTo action = (PDActionGoTo) link.getAction();
                PDPageXYZDestination place = (PDPageXYZDestination) action.getDestination();
                assertThat(place.getPage()).isEqualTo(file.getPage(1 - page));
                assertThat(place.getTop()).isEqualTo(70);
            }
        }
    }

    @Test
    void keysOfTheStructureAreCountedThroughTheFile() throws IOException {
        try (PDDocument file = Loader.loadPDF(join(piece("a", "b"), piece("b", "a")))) {
            var root = file.getDocumentCatalog().getStructureTreeRoot();
            assertThat(file.getPage(1).getStructParents()).isEqualTo(1);
            assertThat(root.getParentTree().getKids()).hasSize(2);
            assertThat(root.getParentTree().getKids().get(1).getLowerLimit()).isEqualTo(1);
            assertThat(root.getParentTreeNextKey()).isEqualTo(2);
            assertThat(root.getKids()).hasSize(1);
        }
    }

    @Test
    void outlineNestsByLevelAcrossPieces() throws IOException {
        Piece first = piece("a", "b", heading("Part", 1));
        Piece second = piece("b", "a", heading("One", 2), heading("Deep", 4), heading("Two", 2));
        Piece third = piece("c", "a", heading("End", 1));
        try (PDDocument file = Loader.loadPDF(join(first, second, third))) {
            PDOutlineNode outline = file.getDocumentCatalog().getDocumentOutline();
            assertThat(titles(outline)).isEqualTo("Part(One(Deep)Two)End");
            assertThat(outline.getOpenCount()).isEqualTo(2);
            PDOutlineItem one = outline.getFirstChild().getFirstChild();
            assertThat(one.getNextSibling().getPreviousSibling()).isEqualTo(one);
            assertThat(one.getOpenCount()).isEqualTo(-1);
            assertThat(one.getCOSObject().getCOSDictionary(COSName.SE)).isNotNull();
        }
    }

    private static String titles(PDOutlineNode node) {
        StringBuilder titles = new StringBuilder();
        for (PDOutlineItem item : node.children()) {
            String below = titles(item);
            titles.append(item.getTitle()).append(below.isEmpty() ? "" : "(" + below + ")");
        }
        return titles.toString();
    }

    @Test
    void fileSaysWhatItIs() throws IOException {
        try (PDDocument file = Loader.loadPDF(join(piece("a", "a")))) {
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("Title — 题");
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(file.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void pieceIsReadAsItWasWritten() throws IOException {
        Piece piece = piece("a", "b — 题", heading("Härte", 1));
        byte[] bytes = PieceFile.write(piece);
        Piece read = PieceFile.read(ByteBuffer.wrap(bytes));
        assertThat(PieceFile.write(read)).isEqualTo(bytes);
        assertThat(join(read)).isEqualTo(join(piece));
        assertThat(read.links()).containsExactly("b — 题");
    }

    @Test
    void stringsHaveNoControlCharacters() {
        Draft draft = new Draft();
        draft.string(new byte[] {'a', '(', '\\', ')'});
        draft.string(new byte[] {1, 'a', (byte) 0xfe});
        assertThat(new String(draft.from(0), StandardCharsets.US_ASCII))
                .isEqualTo("(a\\(\\\\\\))<0161FE>");
    }
}
