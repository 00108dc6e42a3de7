package lectern.model;

import java.util.List;

/**
 * One AsciiDoc file of the book and what a scan found in it.
 *
 * @param file relative to the book root, with forward slashes
 * @param lines of the file without their ends
 * @param headings in order
 * @param anchors in order
 * @param xrefs in order
 * @param cells in order
 * @param values in order
 * @param images in order
 * @param formulas in order
 * @param diagrams in order
 * @param placements in order
 * @param coverages in order
 * @param bibliographies in order
 */
public record Note(
        String file,
        List<String> lines,
        List<Heading> headings,
        List<Anchor> anchors,
        List<Xref> xrefs,
        List<Cell> cells,
        List<ValueUse> values,
        List<ImageUse> images,
        List<Formula> formulas,
        List<Diagram> diagrams,
        List<Placement> placements,
        List<Coverage> coverages,
        List<Bibliography> bibliographies) {}
