package lectern.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lectern.model.Expectation;
import lectern.model.Fact;
import lectern.model.Relation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts and expectations as lines of text. */
class FactsFormatTest {
    @Property
    void parseReadsBackWhatLinesWrite(
            @ForAll double value,
            @ForAll @AlphaChars @Chars({' ', '/', '\u00b5', '%'}) @StringLength(max = 5)
                    String unit,
            @ForAll Relation relation,
            @ForAll @AlphaChars @StringLength(min = 1, max = 9) String citation) {
        FactsFormat written =
                new FactsFormat(
                        List.of(new Fact("a", value, unit), new Fact("b-2.x", -0.0, "")),
                        List.of(new Expectation("a", relation, value, 0.5, citation, "")));

        assertThat(FactsFormat.parse("f", written.lines())).isEqualTo(written);
    }

    @Test
    void emptyLinesAreSkipped() {
        assertThat(FactsFormat.parse("f", List.of("", "fact\ta\t1\t", "")).facts())
                .containsExactly(new Fact("a", 1, ""));
        assertThat(FactsFormat.parse("f", List.of())).isEqualTo(FactsFormat.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fact>a>1 | f:2: a fact has 4 fields, this has 3
                    fact>A b>1> | f:2: 'A b' cannot name a fact
                    fact>a>one> | f:2: 'one' is not a number
                    fct>a>1> | f:2: unknown record 'fct'
                    >a>1> | f:2: record has no kind
                    expect>x>within>1>0>c | f:2: an expectation has 7 fields, this has 6
                    expect>x>about>1>0>c>r | f:2: unknown relation 'about'
                    expect>x>within>?>0>c>r | f:2: '?' is not a number
                    expect>x>within>1>-1>c>r | f:2: tolerance -1 must be >= 0
                    expect>x>within>1>0> >r | f:2: expectation of 'x' has no citation
                    expect>y>within>1>0>c>r | f: expectation of a fact 'y' that is not there; did you mean 'x'?
                    fact>x>2> | f:2: fact 'x' is given twice
                    """)
    void parseRefusesWhatIsNoRecord(String line, String message) {
        List<String> lines = List.of("fact\tx\t1\t", line.replace('>', '\t'));

        assertThatThrownBy(() -> FactsFormat.parse("f", lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
