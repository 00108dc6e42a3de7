package lectern.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;

/**
 * How many examples of the specifications come out as the same document. The numbers are what was
 * reached; they may only rise. With {@code -Dlectern.show=true} the failing ones are printed.
 */
class MarkdownSpecTest {
    private static final int COMMONMARK_AS_FLEXMARK = 647;
    private static final int COMMONMARK_AS_SPECIFIED = 625;
    private static final int GFM_EXTENSIONS_AS_SPECIFIED = 19;

    @Test
    void commonMarkExamplesBecomeTheSameDocumentAsInFlexmark() {
        List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
        assertThat(examples).hasSize(652);
        assertThat(equal(examples, false)).isGreaterThanOrEqualTo(COMMONMARK_AS_FLEXMARK);
    }

    @Test
    void commonMarkExamplesBecomeTheDocumentThatTheSpecificationShows() {
        List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
        assertThat(equal(examples, true)).isGreaterThanOrEqualTo(COMMONMARK_AS_SPECIFIED);
    }

    @Test
    void extensionExamplesBecomeTheDocumentThatTheSpecificationShows() {
        List<Example> examples =
                ExampleReader.readExamples(TestResources.getGfmSpec()).stream()
                        .filter(example -> example.getSection().contains("extension"))
                        .toList();
        assertThat(examples).hasSize(24);
        assertThat(equal(examples, true)).isGreaterThanOrEqualTo(GFM_EXTENSIONS_AS_SPECIFIED);
    }

    @Test
    void asciidoctorNeverComplains() {
        List<String> messages = new ArrayList<>();
        List<Example> examples = ExampleReader.readExamples(TestResources.getGfmSpec());
        assertThat(examples).hasSizeGreaterThan(600);
        examples.forEach(example -> messages.addAll(Comparison.of(example.getSource()).messages()));
        assertThat(messages).isEmpty();
    }

    private static int equal(List<Example> examples, boolean specified) {
        int equal = 0;
        StringBuilder failing = new StringBuilder();
        for (Example example : examples) {
            String html = example.getHtml().replace("\u2192", "\t");
            Comparison comparison =
                    specified
                            ? Comparison.of(example.getSource(), html)
                            : Comparison.of(example.getSource());
            if (comparison.equal()) {
                equal++;
            } else {
                failing.append(example).append('\n').append(comparison);
            }
        }
        if (Boolean.getBoolean("lectern.show")) {
            System.out.println(failing);
        }
        return equal;
    }
}
