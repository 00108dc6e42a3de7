package lectern.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.CellRun;
import lectern.model.Inputs;
import lectern.text.Digests;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RunBundleTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0, '\n'};
    private static final CellRun RUN =
            SampleRuns.run(
                    "half \u00bd\n",
                    1,
                    SampleRuns.table("a\n1\n"),
                    new Artifact(ArtifactKind.PNG_FIGURE, "photo", PNG));
    private static final byte[] BUNDLE = RunBundle.write(RUN);

    private static CellRun read(byte[] bundle) {
        return RunBundle.read(bundle, RUN.inputs());
    }

    @Test
    void readGivesBackWhatWasWritten() {
        assertThat(read(BUNDLE)).isEqualTo(RUN);
        assertThat(new String(BUNDLE, StandardCharsets.UTF_8))
                .startsWith("lectern run 1\nfile out 8 ")
                .matches(
                        "(?s).*\nfile run \\d+ [0-9a-f]{64}\ninputs\tsha256:.*\nend [0-9a-f]{64}\n");
        assertThat(RunBundle.key(RUN.inputs())).matches("[0-9a-f]{64}");
    }

    @Property(tries = 2000)
    void anyByteChangedIsRefused(
            @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll @IntRange(min = 1, max = 255) int flip) {
        byte[] changed = BUNDLE.clone();
        changed[place % changed.length] ^= (byte) flip;
        assertThatThrownBy(() -> read(changed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyByteChangedIsRefused() {
        for (int place = 0; place < BUNDLE.length; place++) {
            byte[] changed = BUNDLE.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> read(changed)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void everyLengthButItsOwnIsRefused() {
        for (int length = 0; length < BUNDLE.length; length++) {
            byte[] cut = Arrays.copyOf(BUNDLE, length);
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .startsWith("it was cut off");
        }
        assertThatThrownBy(() -> read(Arrays.copyOf(BUNDLE, BUNDLE.length + 1)))
                .hasMessage("it was cut off or changed on its way");
    }

    @Test
    void whatIsNoBundleOfTheseInputsIsRefused() {
        assertThatThrownBy(() -> read("<html>".repeat(50).getBytes(StandardCharsets.UTF_8)))
                .hasMessage("it is no bundle");
        assertThatThrownBy(() -> read(new byte[RunBundle.LIMIT + 1]))
                .hasMessage("it is larger than 16 MiB");
        assertThatThrownBy(() -> RunBundle.read(BUNDLE, new Inputs(Map.of("kernel", "other"))))
                .hasMessage("it is the run of other inputs");
    }

    @Test
    void bundleMadeUpOfTwoRunsIsRefused() {
        CellRun other =
                SampleRuns.run(
                        "half 2\n",
                        1,
                        SampleRuns.table("a\n1\n"),
                        new Artifact(ArtifactKind.PNG_FIGURE, "photo", PNG));
        String ours = new String(BUNDLE, StandardCharsets.ISO_8859_1);
        String theirs = new String(RunBundle.write(other), StandardCharsets.ISO_8859_1);
        String out = "file out.*?(?=\nfile table)";
        Matcher taken = Pattern.compile("(?s)" + out).matcher(theirs);
        assertThat(taken.find()).isTrue();
        assertThatThrownBy(() -> read(sealed(ours.replaceFirst("(?s)" + out, taken.group()))))
                .hasMessage("its file 'out' is not what the run left");
        assertThatThrownBy(
                        () ->
                                read(
                                        sealed(
                                                ours.replaceFirst(
                                                        "\nfile table",
                                                        "\nfile more 0 x\n\nfile table"))))
                .hasMessage("a file in it has no head");
        String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assertThatThrownBy(
                        () ->
                                read(
                                        sealed(
                                                ours.replaceFirst(
                                                        "\nfile table",
                                                        "\nfile more 0 "
                                                                + empty
                                                                + "\n\nfile table"))))
                .hasMessage("it holds more than a run");
        assertThatThrownBy(() -> read(sealed("lectern run 1\nend x".repeat(10))))
                .hasMessage("a file in it has no head");
        assertThatThrownBy(() -> read(sealed("lectern run 1\nfile out 99 " + empty + "\nx\nend ")))
                .hasMessage("its file 'out' was cut off");
    }

    /** The text up to its last line, and the digest that it should end with. */
    private static byte[] sealed(String text) {
        String body = text.substring(0, text.lastIndexOf("end "));
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        String end = "end " + Digests.of(bytes).hex() + "\n";
        return (body + end).getBytes(StandardCharsets.ISO_8859_1);
    }
}
