package lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Comma-separated text. */
class CsvTest {
    @Property
    void rowsReadBackWhatIsQuoted(@ForAll("tables") List<List<String>> table) {
        String csv =
                table.stream()
                        .map(
                                row ->
                                        row.stream()
                                                .map(c -> '"' + c.replace("\"", "\"\"") + '"')
                                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"));

        assertThat(Csv.rows(csv)).isEqualTo(table);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell =
                Arbitraries.of("a", "1,5", "q\"q", "\"", "", "two\nlines", "|", "x y");
        return cell.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(4);
    }

    @Test
    void rowsOfOpenQuoteEndWithTheText() {
        assertThat(Csv.rows("a,\"b\nc")).containsExactly(List.of("a", "b\nc"));
    }

    @Test
    void rowsOfNothingIsOneEmptyCell() {
        assertThat(Csv.rows("\n")).containsExactly(List.of(""));
    }
}
