package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lectern.build.Plans;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.runs.RunPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StaleCellsTest {
    private static final List<Diagnostic> FAILURE =
            List.of(Diagnostic.error(Rule.FAILED_CELL, Location.of("c2.adoc", 5), "it failed"));

    @TempDir private Path root;
    private final BlockingQueue<String> runs = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(2);
    private ServedBook book;

    @BeforeEach
    void layDown() throws IOException {
        book = new ServedBook(root);
    }

    private List<RunPlan.Item> due() {
        List<RunPlan.Item> due = Plans.of(book.layout()).plan().due();
        assertThat(due).hasSize(1);
        return due;
    }

    @Test
    void failedCellIsToldAndNotRunAgainUntilItChanges() throws Exception {
        try (StaleCells cells =
                new StaleCells(
                        item -> {
                            runs.add(item.cell().id().value());
                            return FAILURE;
                        },
                        ended::countDown)) {
            cells.want(due());
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(cells.states()).containsEntry("halves", StaleCells.State.FAILED);
            assertThat(cells.findings()).isEqualTo(FAILURE);

            cells.want(due());
            assertThat(runs).hasSize(1);

            book.write("scripts/One.java", ServedBook.SCRIPT.replace("half of", "a half of"));
            cells.want(due());
            assertThat(runs.poll(30, TimeUnit.SECONDS)).isEqualTo("halves");
            assertThat(runs.poll(30, TimeUnit.SECONDS)).isEqualTo("halves");
            cells.want(List.of());
            assertThat(cells.findings()).isEmpty();
        }
    }

    @Test
    void runThatANewerSaveMadeUselessIsStopped() throws Exception {
        BlockingQueue<String> stopped = new LinkedBlockingQueue<>();
        try (StaleCells cells =
                new StaleCells(
                        item -> {
                            runs.add(item.cell().id().value());
                            try {
                                new CountDownLatch(1).await();
                                return List.of();
                            } catch (InterruptedException e) {
                                stopped.add("stopped");
                                throw new IllegalStateException(e);
                            }
                        },
                        () -> {})) {
            cells.want(due());
            assertThat(runs.poll(30, TimeUnit.SECONDS)).isEqualTo("halves");
            cells.want(due());
            assertThat(stopped).isEmpty();

            book.write("scripts/One.java", ServedBook.SCRIPT.replace("half of", "a half of"));
            cells.want(due());

            assertThat(stopped.poll(30, TimeUnit.SECONDS)).isEqualTo("stopped");
            assertThat(runs.poll(30, TimeUnit.SECONDS)).isEqualTo("halves");
            assertThat(cells.findings()).isEmpty();
        }
    }
}
