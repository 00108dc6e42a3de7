package lectern.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/**
 * Makes a piece of a document that PDFBox holds in memory and never saves. Its fonts are those of a
 * {@link FontShelf}, its links elsewhere have the addresses of {@link Elsewhere}, its named
 * destinations become anchors and its outline, which is flat, headings.
 */
public final class PieceMaker {
    private final PDDocument document;
    private final Plan plan;
    private final Map<COSDictionary, Integer> pages = new IdentityHashMap<>();
    private final Capture capture;

    private PieceMaker(PDDocument document, FontShelf fonts, Plan plan) {
        this.document = document;
        this.plan = plan;
        COSDictionary top = structure("K") instanceof COSDictionary element ? element : null;
        this.capture =
                new Capture(
                        fonts.dictionaries(),
                        plan.links(),
                        document.getPages().getCOSObject(),
                        top);
    }

    /**
     * What is known of a document beside it.
     *
     * @param pages how many of its pages to take, from the first
     * @param links names of the places elsewhere, by the index in their address
     * @param levels of the entries of the outline, in order, 1 for the highest
     * @param starts pages on which the content of named places begins, by name
     * @param said to be found in the piece again
     */
    public record Plan(
            int pages,
            List<String> links,
            List<Integer> levels,
            Map<String, Integer> starts,
            SortedMap<String, String> said) {}

    /**
     * Make a piece.
     *
     * @param fonts what the pages were set with; what was shown since it was asked last is theirs
     */
    public static Piece of(PDDocument document, FontShelf fonts, Plan plan) {
        try {
            return new PieceMaker(document, fonts, plan).piece(fonts.takeShown());
        } catch (IOException e) {
            throw new UncheckedIOException("reading a document in memory", e);
        }
    }

    private Piece piece(SortedMap<Integer, int[]> shown) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        List<Integer> numbers = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            if (numbers.size() < plan.pages()) {
                pages.put(page.getCOSObject(), numbers.size());
                numbers.add(capture.number(page.getCOSObject()));
            }
        }
        List<Integer> elements = new ArrayList<>();
        if (structure("K") instanceof COSDictionary top) {
            for (COSBase kid : list(top.getDictionaryObject(COSName.K))) {
                elements.add(capture.number((COSDictionary) kid));
            }
        }
        List<Piece.Heading> headings = headings(catalog.getDocumentOutline());
        SortedMap<String, Piece.Anchor> anchors = anchors(catalog);
        COSBase metadata = catalog.getCOSObject().getDictionaryObject(COSName.METADATA);
        int described = metadata == null ? -1 : capture.number((COSDictionary) metadata);
        List<Piece.Flow> streams = capture.write();
        Draft roles = new Draft();
        if (structure("RoleMap") instanceof COSDictionary map) {
            capture.value(roles, map, 0);
        }
        List<COSBase> keys = keys();
        int tree = keys.isEmpty() ? -1 : tree(keys);
        return new Piece(
                numbers,
                elements,
                keys.size() / 2,
                tree,
                described,
                roles.from(0),
                capture.plain(),
                capture.ends(),
                streams,
                plan.links(),
                anchors,
                headings,
                shown,
                plan.said());
    }

    private COSBase structure(String key) {
        COSDictionary root =
                document.getDocumentCatalog()
                        .getCOSObject()
                        .getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        return root == null ? null : root.getDictionaryObject(COSName.getPDFName(key));
    }

    private List<COSBase> keys() {
        return structure("ParentTree") instanceof COSDictionary tree
                ? list(tree.getDictionaryObject(COSName.NUMS))
                : List.of();
    }

    /** Keys are counted from 0 in the order of the pages, without gaps. */
    private int tree(List<COSBase> keys) throws IOException {
        Draft leaf = new Draft();
        leaf.text("<</Limits[").mark(Draft.KEY, 0).text(" ");
        leaf.mark(Draft.KEY, keys.size() / 2 - 1).text("]/Nums[");
        for (int i = 0; i + 1 < keys.size(); i += 2) {
            leaf.mark(Draft.KEY, i / 2).text(" ");
            capture.value(leaf, keys.get(i + 1), 0);
            leaf.text("\n");
        }
        return capture.add(leaf.text("]>>"));
    }

    private static List<COSBase> list(COSBase value) {
        if (value instanceof COSArray array) {
            List<COSBase> list = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                list.add(array.getObject(i));
            }
            return list;
        }
        return value == null ? List.of() : List.of(value);
    }

    private List<Piece.Heading> headings(PDOutlineNode outline) throws IOException {
        List<Piece.Heading> headings = new ArrayList<>();
        if (outline != null) {
            for (PDOutlineItem item : outline.children()) {
                COSDictionary element = item.getCOSObject().getCOSDictionary(COSName.SE);
                headings.add(
                        new Piece.Heading(
                                item.getTitle(),
                                plan.levels().get(headings.size()),
                                anchor(item.getDestination(), -1),
                                element == null ? -1 : capture.number(element)));
            }
        }
        return headings;
    }

    private SortedMap<String, Piece.Anchor> anchors(PDDocumentCatalog catalog) throws IOException {
        SortedMap<String, Piece.Anchor> anchors = new TreeMap<>();
        if (catalog.getNames() != null && catalog.getNames().getDests() != null) {
            catalog.getNames()
                    .getDests()
                    .getNames()
                    .forEach(
                            (name, place) ->
                                    anchors.put(
                                            name,
                                            anchor(place, plan.starts().getOrDefault(name, -1))));
        }
        return anchors;
    }

    private Piece.Anchor anchor(PDDestination place, int start) {
        int page = 0;
        if (place instanceof PDPageDestination onPage && onPage.getPage() != null) {
            page = pages.getOrDefault(onPage.getPage().getCOSObject(), 0);
        }
        return new Piece.Anchor(
                page,
                place instanceof PDPageXYZDestination exact ? exact.getTop() : -1,
                start < 0 ? page : start);
    }
}
