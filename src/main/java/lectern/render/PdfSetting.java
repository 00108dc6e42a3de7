package lectern.render;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.render.displaylist.PagedBoxCollector;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import lectern.pdf.FontShelf;
import lectern.pdf.Piece;
import lectern.pdf.PieceMaker;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/** One part of the printed book while it is set: laid out first, painted when all parts are. */
final class PdfSetting implements Closeable {
    private final PdfPart part;
    private final boolean sides;
    private final int first;
    private final FontShelf fonts;
    private final List<Integer> levels;
    private final Inventory inventory = new Inventory();
    private final PDDocument document = new PDDocument();
    private final PdfBoxRenderer renderer;
    private final int pages;
    private final Map<String, Integer> starts = new HashMap<>();
    private boolean keep = true;

    /**
     * Lay a part out.
     *
     * @param first number of its first page, 1 for that of the book
     */
    PdfSetting(PdfPart part, Document printed, int first, PdfTools tools) {
        this.part = part;
        this.sides = tools.sides();
        this.first = first;
        this.fonts = tools.fonts();
        this.levels = PdfHead.headings(printed).stream().map(PdfSetting::level).toList();
        tools.resources().name(printed);
        inventory.add(printed.body());
        tools.pictures().name(printed);
        PdfRendererBuilder builder = builder(tools);
        builder.useInitialPageNumber(first);
        builder.withW3cDocument(
                new W3CDom().namespaceAware(true).fromJsoup(printed), PdfResources.THEME + ":/");
        printed.empty(); // the engine has its own copy
        this.renderer = builder.buildPdfRenderer();
        renderer.layout();
        List<PageBox> laid = renderer.getRootBox().getLayer().getPages();
        this.pages = laid.size() - (sides ? 1 : 0);
        Map<String, Box> boxes = renderer.getSharedContext().getIdMap();
        if (boxes != null) {
            boxes.forEach((id, box) -> starts.put(id, page(laid, box)));
        }
    }

    private PdfRendererBuilder builder(PdfTools tools) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.usePdfUaAccessibility(true);
        builder.useSVGDrawer(new PdfDrawer(tools.pictures()));
        builder.useProtocolsStreamImplementation(
                tools.resources(), PdfResources.THEME, PdfResources.IMAGE);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl(
                    (address, type) -> PdfResources.allowed(address), when);
        }
        PdfFonts.register(builder, fonts);
        builder.useReplacementText("\u25a1");
        builder.withProducer(PdfWriter.PRODUCER);
        return builder;
    }

    private static int level(org.jsoup.nodes.Element heading) {
        return heading.normalName().charAt(1) - '0';
    }

    /** The page on which the first line of a box is, as the engine's own page references count. */
    private static int page(List<PageBox> pages, Box box) {
        int y = PagedBoxCollector.findContentStartY(box);
        int page = pages.size() - 1;
        while (page > 0 && pages.get(page).getTop() > y) {
            page--;
        }
        return page;
    }

    /** Whether its pages may be used again; they say nothing of what was wrong with the text. */
    boolean keep() {
        return keep;
    }

    void keep(boolean whether) {
        keep = whether;
    }

    /** How many pages it takes. */
    int pages() {
        return pages;
    }

    /** Indices of the pages on which what has an id begins. */
    Map<String, Integer> starts() {
        return starts;
    }

    /**
     * Paint it.
     *
     * @param numbers numbers of pages in other parts, by the index of the link
     */
    Piece paint(IntUnaryOperator numbers) {
        SortedMap<String, String> said = new TreeMap<>();
        said.put("first", Integer.toString(first));
        inventory.counts().forEach((what, count) -> said.put("count " + what, count.toString()));
        renderer.getSharedContext().registerWithThread();
        PdfNumbers.tell(
                renderer.getRootBox(),
                link -> {
                    int number = numbers.applyAsInt(link);
                    said.put("page " + part.links().get(link), Integer.toString(number));
                    return number;
                });
        try {
            renderer.createPDFWithoutClosing();
        } catch (IOException e) {
            throw new UncheckedIOException("painting pages", e);
        }
        return PieceMaker.of(
                document, fonts, new PieceMaker.Plan(pages, part.links(), levels, starts, said));
    }

    @Override
    public void close() {
        try {
            renderer.close();
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a document in memory", e);
        }
    }
}
