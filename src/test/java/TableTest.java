import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** One table, two forms. */
class TableTest {
    @Test
    void textSetsNumbersToTheRightAndWordsToTheLeft() {
        var table =
                Table.of("fabric|%s", "rate [GB/s]|%,.1f").row("NVLink", 1150.0).row("PCIe", 12.0);

        assertThat(table.text())
                .isEqualTo(
                        """
                        fabric  rate [GB/s]
                        NVLink      1,150.0
                        PCIe           12.0
                        """);
    }

    @Test
    void emptyCellStaysEmptyWhateverTheFormat() {
        assertThat(Table.of("n|%d", "ms|%.1f").row(1, "").csv()).isEqualTo("n,ms\n1,\n");
    }

    @Test
    void csvQuotesCommasQuotesAndLineBreaks() {
        var table = Table.of("a|%s", "b, c|%s").row("1,5", "say \"hi\"").row("x\ny", "plain");

        assertThat(table.csv())
                .isEqualTo("a,\"b, c\"\n\"1,5\",\"say \"\"hi\"\"\"\n\"x\ny\",plain\n");
    }

    @Test
    void tableWithoutRowsPrintsItsHead() {
        assertThat(Table.of("a|%s", "b|%s").text()).isEqualTo("a  b\n");
    }

    @Test
    void rowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> Table.of("a|%s").row(1, 2)).hasMessage("row has 2 cells, want 1");
    }

    @Test
    void columnWithoutFormatIsRefused() {
        assertThatThrownBy(() -> Table.of("a")).hasMessage("column 'a' must be head|format");
    }
}
