package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import lectern.model.Knob;
import org.junit.jupiter.api.Test;

class KnobHintsTest {
    @Test
    void everyKindOfKnobTellsWhatOneMayType() {
        List<Knob> knobs =
                List.of(
                        range("stages", 2, 16, ""),
                        range("size", 1, 1000, "MB"),
                        new Knob.Choice("schedule", List.of("gpipe", "1f1b"), "gpipe"),
                        new Knob.Switch("fast", false));

        assertThat(KnobHints.of(knobs))
                .isEqualTo(
                        "--stages 2 to 16, --size 1 to 1000 (MB), --schedule gpipe|1f1b, --fast");
        assertThat(KnobHints.of(List.of())).isEmpty();
    }

    private static Knob range(String name, int from, int to, String unit) {
        BigDecimal low = BigDecimal.valueOf(from);
        return new Knob.Range(name, low, BigDecimal.valueOf(to), BigDecimal.ONE, false, low, unit);
    }
}
