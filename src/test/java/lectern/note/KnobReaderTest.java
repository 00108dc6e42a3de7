package lectern.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lectern.model.Knob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be written as knobs, and what is said of what cannot. */
class KnobReaderTest {
    private final List<String> complaints = new ArrayList<>();

    private List<Knob> read(String written, String... args) {
        return new KnobReader(List.of(args), (what, hint) -> complaints.add(what + " / " + hint))
                .read(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "stages=1..8 default 4 ! 1 ! 4 ! 8 ! 8",
                "batch=16..250 step 16 default 64 unit images ! 16 ! 64 ! 240 ! 15",
                "rate=0.05..2 default 0.3 ! 0.05 ! 0.3 ! 2 ! 196",
                "rate=0.05..2 step 0.05 default 0.3 ! 0.05 ! 0.3 ! 2 ! 40",
                "gpus=1..100 step x2 default 16 ! 1 ! 16 ! 64 ! 7",
                "shift=-3..3 default 0 ! -3 ! 0 ! 3 ! 7",
                "little=1e-4..1e-3 default 2e-4 ! 0.0001 ! 0.0002 ! 0.001 ! 10"
            })
    void ranges(String written, String low, String initial, String high, long values) {
        Knob knob = read(written).get(0);
        assertThat(complaints).isEmpty();
        assertThat(List.of(knob.low(), knob.initial(), knob.high()))
                .containsExactly(low, initial, high);
        assertThat(((Knob.Range) knob).values()).isEqualTo(values);
    }

    @Test
    void argumentsOfTheRunComeFirst() {
        List<Knob> knobs =
                read(
                        "stages=1..8 default 4; order=fifo|lifo default fifo; early; late",
                        "--stages",
                        "6",
                        "--early",
                        "--order",
                        "lifo");
        assertThat(complaints).isEmpty();
        assertThat(knobs.stream().map(Knob::initial)).containsExactly("6", "lifo", "on", "off");
        assertThat(knobs.get(0).arguments("7")).containsExactly("--stages", "7");
        assertThat(knobs.get(2).arguments("on")).containsExactly("--early");
        assertThat(knobs.get(2).arguments("off")).isEmpty();
    }

    @Test
    void mistakesAreToldWithAHint() {
        assertThat(
                        read(
                                "stages=8..1 default 4; Stages=1..2; a=1..9 step 4 default 3;"
                                        + " b=1..4; c=one; d=1..4 default 2; d=1..3 default 1;"
                                        + " e=x|y default z; f=1..4 default many; g=0..9 step x2"
                                        + " default 1; h=1..1000001 default 1"))
                .hasSize(1);
        assertThat(complaints)
                .containsExactly(
                        "has the knob 'stages' with an empty range '8..1' / let it rise from the"
                                + " first number to the second, by a step above 0, or by a factor"
                                + " such as x2 from a number above 0",
                        "has the knob 'Stages=1..2' / write knobs=\"stages=1..8 default 4;"
                                + " rate=0.1..2 step 0.1; order=one|two; early\"",
                        "has the knob 'a' with the default '3', not one of 1..9 by steps of 4 /"
                                + " widen the range, or choose a step that reaches it",
                        "has the knob 'b' without a default / say which value the recorded run"
                                + " takes, such as 'default 4' behind the range",
                        "has the knob 'c' with the one value 'one' / write knobs=\"stages=1..8"
                                + " default 4; rate=0.1..2 step 0.1; order=one|two; early\"",
                        "has the knob 'd' twice / leave one of them out",
                        "has the knob 'e' with the default 'z', not one of x, y / widen the range,"
                                + " or choose a step that reaches it",
                        "has the knob 'f' with the default 'many', not one of numbers / widen the"
                                + " range, or choose a step that reaches it",
                        "has the knob 'g' with an empty range '0..9' / let it rise from the first"
                                + " number to the second, by a step above 0, or by a factor such as"
                                + " x2 from a number above 0",
                        "has the knob 'h' with 1000001 values / choose a step that leaves 2 to"
                                + " 100000");
    }
}
