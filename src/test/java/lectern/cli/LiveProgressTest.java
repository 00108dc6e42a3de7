package lectern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lectern.build.RunState;
import org.junit.jupiter.api.Test;

/** The line of a terminal that tells how the runs stand. */
class LiveProgressTest {
    private static final String CLEAR = "\r\u001b[K";

    private final StringWriter said = new StringWriter();

    @Test
    void linesStayAndTheStateIsDrawnBelowThemUntilAllIsOver() {
        try (LiveProgress progress = new LiveProgress(new PrintWriter(said), 80)) {
            progress.started("ring", "stale");
            progress.show(new RunState(Map.of(), List.of("ring"), 0));
            progress.ended("ring", Duration.ofMillis(1234), "done");
            progress.show(RunState.OVER);
        }

        assertThat(said.toString())
                .startsWith(CLEAR + "0 of 1 done; waiting ring")
                .contains(CLEAR + "ring done after 1.2 s\n")
                .endsWith(CLEAR);
    }

    @Test
    void longStateIsCutToTheWidth() {
        try (LiveProgress progress = new LiveProgress(new PrintWriter(said), 20)) {
            progress.show(new RunState(Map.of(), List.of("mesh", "bus", "ring"), 0));
        }

        assertThat(said.toString()).startsWith(CLEAR + "0 of 3 done; waiti\u2026" + CLEAR);
    }
}
