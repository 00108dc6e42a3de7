package lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    --stages 4  --name x | [--stages, 4, --name, x]
                    'a b' "c d" e | [a b, c d, e]
                    "a \\"b\\" \\\\" | [a "b" \\]
                    '' "" | [, ]
                    "open end | ["open, end]
                    """)
    void lineIsSplitAsAShellDoes(String line, String words) {
        assertThat(CommandWords.parse(line)).hasToString(words);
    }

    @Test
    void wordsThatNeedNoQuotesGetNone() {
        assertThat(CommandWords.join(List.of("--name", "it's", "a b", "'\"", "")))
                .isEqualTo("--name it's 'a b' \"'\\\"\" ''");
    }

    @Property
    void joinedWordsAreSplitAsTheyWere(@ForAll List<String> words) {
        assertThat(CommandWords.parse(CommandWords.join(words))).isEqualTo(words);
    }
}
