package lectern.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.model.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small parts of running cells: what a machine lacks, how runs stand, the JSON of a catalog. */
class RunPartsTest {

    @Test
    void missingNamesTheFirstThingThatIsNotHere(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("there.csv"), "");
        Surroundings here = new Surroundings(root);

        assertThat(here.missing(setting(Optional.empty(), "file:there.csv", "command:java")))
                .isEmpty();
        assertThat(here.missing(setting(Optional.empty(), "file:there.csv", "file:gone.csv")))
                .contains("there is no gone.csv here");
        assertThat(here.missing(setting(Optional.of("no-such-device"))))
                .contains("there is no no-such-device here");
    }

    private static Setting setting(Optional<String> device, String... needs) {
        return new Setting(false, device, List.of(needs), false);
    }

    @Test
    void exceptionIsFoundWithoutThreadAndFrames() {
        assertThat(Uncaught.in("noise\nException in thread \"t-1\" a.B: no\n\tat C.d(C.java:1)\n"))
                .contains("a.B: no");
        assertThat(Uncaught.in("an Exception in thread \"main\" is not at the start")).isEmpty();
    }

    @Test
    void lineTellsWhatRunsAndWhatWaits() {
        long now = 5_000_000_000L;
        RunState state = new RunState(Map.of("ring", 3_800_000_000L), List.of("mesh", "bus"), 3);

        assertThat(state.line(now)).isEqualTo("3 of 6 done; running ring 1.2 s; waiting mesh, bus");
        assertThat(new RunState(Map.of(), List.of("a", "b", "c", "d", "e"), 0).line(now))
                .isEqualTo("0 of 5 done; waiting a, b, c and 2 more");
        assertThat(new RunState(Map.of(), List.of(), 2).line(now)).isEqualTo("2 of 2 done");
        assertThat(RunState.OVER.over()).isTrue();
    }

    @Test
    void jsonIsReadBackAsWritten() {
        Object value =
                Map.of(
                        "a \"quoted\" \\ name",
                        List.of("\u00e9\n", List.of(), Map.of(), Map.of("x", "y")));

        assertThat(Json.read(Json.write(value))).isEqualTo(value);
        assertThat(Json.read(" [ \"\\u0041\\t\\/\" ] ")).isEqualTo(List.of("A\t/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[\"a\",]",
                "{\"a\" \"b\"}",
                "{\"a\":\"b\",\"a\":\"c\"}",
                "[\"\\x\"]",
                "[] []",
                "[\"a\nb\"]",
                "[1]",
                "[\"\\u12g4\"]",
                "\"\\"
            })
    void jsonThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Json.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("line [12] is no JSON");
    }

    @Test
    void jsonTooDeepIsRefused() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000))).hasMessage("line 1 is no JSON");
    }
}
