package lectern.weave;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lectern.model.Claim;
import lectern.model.Coverage;

/** Writes which section answers which lines of a source, in the order of the source. */
final class CoverageTable {
    private static final int LONGEST = 90;

    private CoverageTable() {}

    static List<String> lines(Coverage coverage) {
        List<String> lines = new ArrayList<>();
        long corrected = coverage.claims().stream().filter(Claim::corrected).count();
        lines.add("");
        lines.add("[.coverage-count]");
        lines.add(
                "*"
                        + coverage.claims().size()
                        + " entries, every line answered*, "
                        + corrected
                        + " of them corrected.");
        lines.add("");
        lines.add("[.coverage,cols=\"<1,<5,<3,<4\",options=header]");
        lines.add("|===");
        lines.add("|Line |It says |Answered in |Corrected");
        lines.add("");
        coverage.claims().stream()
                .sorted(Comparator.comparingInt(Claim::from).thenComparingInt(Claim::to))
                .forEach(claim -> lines.add(row(claim, coverage)));
        lines.add("|===");
        lines.add("");
        return lines;
    }

    private static String row(Claim claim, Coverage coverage) {
        String range =
                claim.from() == claim.to()
                        ? Integer.toString(claim.from())
                        : claim.from() + "–" + claim.to();
        return "|"
                + range
                + " |[.quoted]##"
                + Plain.cell(words(claim, coverage))
                + "## |<<"
                + claim.section()
                + ">> |"
                + (claim.corrected() ? Plain.cell(claim.reason()) : "");
    }

    /** The first words of the lines, link targets left out. */
    private static String words(Claim claim, Coverage coverage) {
        String all =
                String.join(" ", coverage.lines().subList(claim.from() - 1, claim.to()))
                        .replaceAll("\\]\\([^)]*\\)", "]")
                        .replaceAll("\\s+", " ")
                        .strip();
        int[] points = all.codePoints().limit(LONGEST).toArray();
        String start = new String(points, 0, points.length);
        return start.length() < all.length() ? start.strip() + " …" : start;
    }
}
