package lectern.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * Writes objects of PDFBox as the {@link Draft} of a piece. Streams, pages, annotations, elements
 * of the structure and fonts become objects of their own, everything else stands where it is used.
 */
final class Capture {
    private static final int DEEPEST = 64;
    private static final COSName URI = COSName.getPDFName("URI");

    private final Map<COSBase, Integer> plain = new IdentityHashMap<>();
    private final Map<COSBase, Integer> streams = new IdentityHashMap<>();
    private final Map<COSDictionary, Integer> fonts;
    private final List<String> links;
    private final COSDictionary pages;
    private final COSDictionary document;
    private final Deque<COSDictionary> waiting = new ArrayDeque<>();
    private final List<COSStream> flows = new ArrayList<>();
    private final Draft draft = new Draft();
    private final List<Integer> ends = new ArrayList<>();

    /**
     * Begin.
     *
     * @param fonts dictionaries that stand for the fonts of the whole file
     * @param links names of the places elsewhere, by their index
     * @param pages root of the page tree; may be null
     * @param document element of the structure that holds all others; may be null
     */
    Capture(
            Map<COSDictionary, Integer> fonts,
            List<String> links,
            COSDictionary pages,
            COSDictionary document) {
        this.fonts = fonts;
        this.links = links;
        this.pages = pages;
        this.document = document;
    }

    /** The number of an object, which will be written if it was not. */
    int number(COSDictionary object) {
        if (object instanceof COSStream stream) {
            Integer known = streams.putIfAbsent(stream, flows.size());
            if (known == null) {
                flows.add(stream);
                return flows.size() - 1;
            }
            return known;
        }
        Integer known = plain.putIfAbsent(object, plain.size());
        if (known == null) {
            waiting.add(object);
            return plain.size() - 1;
        }
        return known;
    }

    /** Write all objects that have a number, and those that they need. */
    List<Piece.Flow> write() throws IOException {
        List<Piece.Flow> written = new ArrayList<>();
        Draft own = new Draft();
        while (!waiting.isEmpty() || written.size() < flows.size()) {
            while (!waiting.isEmpty()) {
                dictionary(draft, waiting.remove(), 0);
                ends.add(draft.size());
            }
            while (written.size() < flows.size()) {
                COSStream stream = flows.get(written.size());
                own.clear();
                entries(own, stream, 0);
                try (InputStream data = stream.createRawInputStream()) {
                    written.add(new Piece.Flow(own.from(0), data.readAllBytes()));
                }
            }
        }
        return written;
    }

    /** Write one more object, which nothing leads to; return its number. */
    int add(Draft object) {
        byte[] bytes = object.from(0);
        draft.write(bytes, 0, bytes.length);
        ends.add(draft.size());
        return ends.size() - 1;
    }

    /** What was written of objects that are no streams. */
    byte[] plain() {
        return draft.from(0);
    }

    /** Where each of them ends. */
    int[] ends() {
        return ends.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Write a value where it is used. */
    void value(Draft to, COSBase value, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IllegalStateException("objects of a PDF are nested without end");
        }
        if (value instanceof COSObject reference) {
            value(to, reference.getObject(), depth + 1);
        } else if (value instanceof COSDictionary dictionary) {
            dictionaryOrReference(to, dictionary, depth);
        } else if (value instanceof COSArray array) {
            to.write('[');
            for (int i = 0; i < array.size(); i++) {
                if (i > 0) {
                    to.write(' ');
                }
                value(to, array.get(i), depth + 1);
            }
            to.write(']');
        } else {
            simple(to, value);
        }
    }

    private static void simple(Draft to, COSBase value) throws IOException {
        if (value instanceof COSName name) {
            name.writePDF(to);
        } else if (value instanceof COSInteger number) {
            number.writePDF(to);
        } else if (value instanceof COSFloat number) {
            number.writePDF(to);
        } else if (value instanceof COSString string) {
            to.string(string.getBytes());
        } else if (value instanceof COSBoolean truth) {
            truth.writePDF(to);
        } else if (value == null || value instanceof COSNull) {
            to.text("null");
        } else {
            throw new IllegalStateException("no object of a PDF: " + value.getClass());
        }
    }

    private void dictionaryOrReference(Draft to, COSDictionary dictionary, int depth)
            throws IOException {
        if (dictionary == pages) {
            to.mark(Draft.PAGES, 0);
        } else if (dictionary == document) {
            to.mark(Draft.DOCUMENT, 0);
        } else if (fonts.containsKey(dictionary)) {
            to.mark(Draft.FONT, fonts.get(dictionary));
        } else if (dictionary instanceof COSStream) {
            to.mark(Draft.STREAM, number(dictionary));
        } else if (apart(dictionary)) {
            to.mark(Draft.OBJECT, number(dictionary));
        } else {
            dictionary(to, dictionary, depth);
        }
    }

    private static boolean address(COSBase text) {
        return text instanceof COSString string && Elsewhere.index(string.getString()) >= 0;
    }

    private static boolean apart(COSDictionary dictionary) {
        COSBase type = dictionary.getItem(COSName.TYPE);
        return COSName.PAGE.equals(type)
                || COSName.ANNOT.equals(type)
                || COSName.STRUCT_ELEM.equals(type)
                || COSName.FONT.equals(type)
                || COSName.FONT_DESC.equals(type);
    }

    private void dictionary(Draft to, COSDictionary dictionary, int depth) throws IOException {
        to.text("<<");
        entries(to, dictionary, depth);
        to.text(">>");
    }

    private void entries(Draft to, COSDictionary dictionary, int depth) throws IOException {
        int link = Elsewhere.of(dictionary.getDictionaryObject(COSName.A), URI);
        for (COSName key : dictionary.keySet()) {
            COSBase value = dictionary.getItem(key);
            if (key.equals(COSName.LENGTH) && dictionary instanceof COSStream) {
                continue;
            }
            key.writePDF(to);
            to.write(' ');
            if (key.equals(COSName.STRUCT_PARENTS) || key.equals(COSName.STRUCT_PARENT)) {
                to.mark(Draft.KEY, ((COSInteger) value).intValue());
            } else if (link >= 0 && key.equals(COSName.A)) {
                to.text("<</S /GoTo/D ").mark(Draft.LINK, link).text(">>");
            } else if (link >= 0 && key.equals(COSName.CONTENTS) && address(value)) {
                to.string(new COSString("#" + links.get(link)).getBytes());
            } else {
                value(to, value, depth + 1);
            }
        }
    }
}
