package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RebuildsTest {
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final AtomicInteger steps = new AtomicInteger();

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void savesThatComeTogetherAreOneStep() {
        CountDownLatch whole = new CountDownLatch(1);
        try (Rebuilds rebuilds =
                new Rebuilds(() -> steps.incrementAndGet() > 0, whole::countDown, faults::add)) {
            for (int i = 0; i < 100; i++) {
                rebuilds.saved();
            }
            rebuilds.start();
            await(whole);
        }
        assertThat(steps).hasValue(1);
        assertThat(faults).isEmpty();
    }

    @Test
    void saveDuringAStepIsFollowedByAnother() {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch saved = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(2);
        try (Rebuilds rebuilds =
                new Rebuilds(
                        () -> {
                            again.countDown();
                            began.countDown();
                            await(saved);
                            return false;
                        },
                        () -> {},
                        faults::add)) {
            rebuilds.start();
            rebuilds.saved();
            await(began);
            rebuilds.saved();
            saved.countDown();
            await(again);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void ofAThousandRapidSavesTheLastIsSeen() {
        AtomicInteger file = new AtomicInteger();
        CountDownLatch last = new CountDownLatch(1);
        try (Rebuilds rebuilds =
                new Rebuilds(
                        () -> {
                            steps.incrementAndGet();
                            if (file.get() == 1000) {
                                last.countDown();
                            }
                            return false;
                        },
                        () -> {},
                        faults::add)) {
            rebuilds.start();
            for (int i = 0; i < 1000; i++) {
                file.incrementAndGet();
                rebuilds.saved();
            }
            await(last);
        }
        assertThat(steps.get()).isLessThan(1000);
    }

    @Test
    void stepThatThrowsIsToldAndTheWorkGoesOn() {
        CountDownLatch whole = new CountDownLatch(1);
        try (Rebuilds rebuilds =
                new Rebuilds(
                        () -> {
                            throw new IllegalStateException("half a file");
                        },
                        whole::countDown,
                        faults::add)) {
            rebuilds.start();
            rebuilds.saved();
            await(whole);
        }
        assertThat(faults).hasSize(1).first().isInstanceOf(IllegalStateException.class);
    }
}
