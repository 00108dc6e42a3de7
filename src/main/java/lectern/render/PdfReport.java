package lectern.render;

import java.util.List;

/**
 * What writing the PDF did.
 *
 * @param pages number of pages
 * @param bytes size of the file
 * @param inventory what the book holds
 * @param findings links that lead nowhere, in reading order, then characters without a glyph
 */
public record PdfReport(int pages, long bytes, Inventory inventory, List<Finding> findings) {

    /** Keep a copy of the findings. */
    public PdfReport {
        findings = List.copyOf(findings);
    }
}
