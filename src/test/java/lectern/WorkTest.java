package lectern;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkTest {
    @Test
    void workOverItsLimitFails() {
        assertThatThrownBy(() -> Work.within(Duration.ZERO, () -> {}))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void workThatFailsFails() {
        assertThatThrownBy(
                        () ->
                                Work.within(
                                        Duration.ofMinutes(1),
                                        () -> {
                                            throw new IllegalStateException("broken");
                                        }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken");
    }
}
