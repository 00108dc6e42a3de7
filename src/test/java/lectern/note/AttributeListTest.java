package lectern.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attributes between brackets, and the words of an argument line. */
class AttributeListTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    a,b | [a, b] {}
                    a,,b | [a, , b] {}
                    source,java,indent=0 | [source, java] {indent=0}
                    "a, b",c | [a, b, c] {}
                    x="a, b=c",y='d' | [] {x=a, b=c, y=d}
                    "say \\"it\\"" | [say "it"] {}
                    x="say \\"it, too\\"" | [] {x=say "it, too"}
                    it's,fine | [it's, fine] {}
                    a "b, c" | [a "b, c"] {}
                    http://x.org/?a=b | [http://x.org/?a=b] {}
                    x = y | [] {x=y}
                    x= | [] {x=}
                    "open, end | ["open, end] {}
                    #id.role%opt | [#id.role%opt] {}
                    """)
    void parseSplitsAsAsciidocDoes(String text, String shown) {
        AttributeList list = AttributeList.parse(text);

        assertThat(list.positional() + " " + list.named()).isEqualTo(shown);
    }

    @Test
    void parseOfNothingIsNothing() {
        assertThat(AttributeList.parse(""))
                .isEqualTo(new AttributeList(List.of(), java.util.Map.of()));
    }

    @Property
    void parseNeverRefuses(@ForAll @StringLength(max = 30) String text) {
        assertThat(AttributeList.parse(text)).isNotNull();
    }

    @Property
    void quotedWordsAreReadBack(
            @ForAll @Size(max = 4) List<@AlphaChars @StringLength(max = 5) String> words) {
        List<String> odd = words.stream().map(word -> word + " \"',= " + word).toList();
        String text =
                String.join(
                        ",", odd.stream().map(w -> '"' + w.replace("\"", "\\\"") + '"').toList());

        assertThat(AttributeList.parse(text).positional()).isEqualTo(odd);
    }
}
