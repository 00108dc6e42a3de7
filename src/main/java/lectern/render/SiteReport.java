package lectern.render;

import java.util.List;

/**
 * What writing the site did.
 *
 * @param pages number of pages of the book; the site has others beside them
 * @param links number of links inside the book on those pages, navigation included
 * @param written files whose bytes changed
 * @param removed files of earlier builds that were deleted
 * @param inventory what the pages hold
 * @param sizes what they weigh
 * @param findings dead links and doubled ids in the order of the pages, then what is over budget
 */
public record SiteReport(
        int pages,
        int links,
        int written,
        int removed,
        Inventory inventory,
        SiteSizes sizes,
        List<Finding> findings) {

    /** Keep a copy of the findings. */
    public SiteReport {
        findings = List.copyOf(findings);
    }
}
