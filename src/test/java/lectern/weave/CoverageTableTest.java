package lectern.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lectern.model.Claim;
import lectern.model.Coverage;
import lectern.model.Location;
import lectern.model.SourceElement;
import org.junit.jupiter.api.Test;

/** The printed list of a source's lines and their sections. */
class CoverageTableTest {
    private static final Location HERE = Location.of("notes/one.adoc", 1);

    @Test
    void rowsStandInTheOrderOfTheSourceWithCorrectionsBesideThem() {
        List<String> lines = List.of("# A", "[b | c](http://example.org) 一半");
        Claim link = new Claim(2, 2, SourceElement.LINK, "b", true, "no, \"c\"", HERE);
        Claim both = new Claim(1, 2, SourceElement.HEADING, "a", false, "", HERE);
        Coverage coverage = new Coverage("s.md", lines, "m.csv", List.of(link, both), HERE);

        assertThat(CoverageTable.lines(coverage))
                .containsExactly(
                        "",
                        "[.coverage-count]",
                        "*2 entries, every line answered*, 1 of them corrected.",
                        "",
                        "[.coverage,cols=\"<1,<5,<3,<4\",options=header]",
                        "|===",
                        "|Line |It says |Answered in |Corrected",
                        "",
                        "|1–2 |[.quoted]##pass:c[# A [b \\| c\\] 一半]## |<<a>> |",
                        "|2 |[.quoted]##pass:c[[b \\| c\\] 一半]## |<<b>> |pass:c[no, \"c\"]",
                        "|===",
                        "");
    }

    @Test
    void longTextIsCutAtWholeCharacters() {
        List<String> lines = List.of("𝄞".repeat(200));
        Claim text = new Claim(1, 1, SourceElement.TEXT, "a", false, "", HERE);

        assertThat(CoverageTable.lines(new Coverage("s.md", lines, "m.csv", List.of(text), HERE)))
                .contains("|1 |[.quoted]##pass:c[" + "𝄞".repeat(90) + " …]## |<<a>> |");
    }
}
