package lectern.render;

import java.util.List;

/**
 * What writing the site did.
 *
 * @param pages number of pages
 * @param links number of links inside the book on all pages, navigation included
 * @param written files whose bytes changed
 * @param removed files of earlier builds that were deleted
 * @param inventory what the pages hold
 * @param findings dead links and doubled ids, in the order of the pages
 */
public record SiteReport(
        int pages,
        int links,
        int written,
        int removed,
        Inventory inventory,
        List<Finding> findings) {

    /** Keep a copy of the findings. */
    public SiteReport {
        findings = List.copyOf(findings);
    }
}
