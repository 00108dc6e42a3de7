package lectern.render;

import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer.SVGImage;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/**
 * A picture that was painted before, taken over from a page of its own.
 *
 * @param page a PDF of one page, which the picture fills
 * @param width on the page of the book, in dots of the engine
 * @param height on the page of the book, in dots of the engine
 * @param dotsPerPoint of the engine
 */
record PdfPicture(byte[] page, int width, int height, double dotsPerPoint) implements SVGImage {

    @Override
    public int getIntrinsicWidth() {
        return width;
    }

    @Override
    public int getIntrinsicHeight() {
        return height;
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
        PdfBoxOutputDevice output = (PdfBoxOutputDevice) device;
        try (PDDocument painted = Loader.loadPDF(page)) {
            PDRectangle box = painted.getPage(0).getMediaBox();
            PDFormXObject form = new LayerUtility(output.getWriter()).importPageAsForm(painted, 0);
            output.drawPdfAsImage(
                    form,
                    new Rectangle((int) Math.round(x), (int) Math.round(y), width, height),
                    (float) (box.getWidth() * dotsPerPoint),
                    (float) (box.getHeight() * dotsPerPoint));
        } catch (IOException e) {
            throw new UncheckedIOException("taking over a picture", e);
        }
    }
}
