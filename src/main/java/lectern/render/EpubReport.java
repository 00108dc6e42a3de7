package lectern.render;

import java.util.List;

/**
 * What writing the EPUB did.
 *
 * @param pages number of documents in reading order, the cover and the contents included
 * @param bytes size of the file
 * @param inventory what the pages hold
 * @param findings dead links and doubled ids, in the order of the pages
 */
public record EpubReport(int pages, long bytes, Inventory inventory, List<Finding> findings) {

    /** Keep a copy of the findings. */
    public EpubReport {
        findings = List.copyOf(findings);
    }
}
