package lectern.render;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.batik.anim.dom.SVGDOMImplementation;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.EmbededExternalResourceSecurity;
import org.apache.batik.bridge.ExternalResourceSecurity;
import org.apache.batik.bridge.GVTBuilder;
import org.apache.batik.bridge.NoLoadScriptSecurity;
import org.apache.batik.bridge.ScriptSecurity;
import org.apache.batik.bridge.UserAgentAdapter;
import org.apache.batik.gvt.GraphicsNode;
import org.apache.batik.util.ParsedURL;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Paints a vector picture on a PDF page of its own, text as outlines. This is the only class that
 * knows Batik, whose own classes take longer to load than a dozen pictures take to paint: what it
 * paints is kept by {@link PdfPictures}.
 */
final class PdfPainter {

    /** Reads nothing from outside the picture and runs no script. */
    private static final class Closed extends UserAgentAdapter {
        @Override
        public ExternalResourceSecurity getExternalResourceSecurity(
                ParsedURL resource, ParsedURL document) {
            return new EmbededExternalResourceSecurity(resource);
        }

        @Override
        public ScriptSecurity getScriptSecurity(String type, ParsedURL script, ParsedURL document) {
            return new NoLoadScriptSecurity(type);
        }
    }

    private PdfPainter() {}

    /**
     * Paint a picture.
     *
     * @param svg the {@code svg} element of any document
     * @param width of the page, in points, and of the picture, in CSS pixels
     * @param height of the page, in points, and of the picture, in CSS pixels
     * @return a PDF
     */
    static byte[] paint(Element svg, float width, float height) throws IOException {
        Document picture = copy(svg, width, height);
        BridgeContext context = new BridgeContext(new Closed());
        try (PDDocument document = new PDDocument()) {
            GraphicsNode node = new GVTBuilder().build(context, picture);
            PdfBoxGraphics2D ink = new PdfBoxGraphics2D(document, width, height);
            node.paint(ink);
            ink.dispose();
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(ink.getXFormObject());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } finally {
            context.dispose();
        }
    }

    private static Document copy(Element svg, float width, float height) {
        Document picture =
                SVGDOMImplementation.getDOMImplementation()
                        .createDocument(SVGDOMImplementation.SVG_NAMESPACE_URI, "svg", null);
        Element root = picture.getDocumentElement();
        for (Node child = svg.getFirstChild(); child != null; child = child.getNextSibling()) {
            root.appendChild(picture.importNode(child, true));
        }
        NamedNodeMap attributes = svg.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            if (!name.startsWith("xmlns")) {
                root.setAttribute(name, attributes.item(i).getNodeValue());
            }
        }
        root.setAttribute("width", Float.toString(width));
        root.setAttribute("height", Float.toString(height));
        return picture;
    }
}
