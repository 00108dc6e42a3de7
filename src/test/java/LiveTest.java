import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;

/** Pictures of a program on its way are left for those who watch, and for nobody else. */
class LiveTest {
    private int frames;

    @Example
    void nobodyWatchesUnlessTheyAsk() {
        Live.frame(() -> frames++);

        assertThat(frames).isZero();
    }

    @Example
    void whoAsksGetsEachFrame() {
        System.setProperty("lectern.live", "0");
        try {
            Live.frame(() -> frames++);
            Live.frame(() -> frames++);
        } finally {
            System.clearProperty("lectern.live");
        }

        assertThat(frames).isEqualTo(2);
    }

    @Example
    void aStopDuringTheRestIsKeptForTheProgram() {
        System.setProperty("lectern.live", "60000");
        try {
            Thread.currentThread().interrupt();
            Live.frame(() -> frames++);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            System.clearProperty("lectern.live");
        }

        assertThat(frames).isEqualTo(1);
    }
}
