import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import schedules.Cost;
import schedules.Event;
import schedules.Order;
import schedules.Pipeline;
import schedules.Timeline;

/** Schedules of any size: nothing runs too early, bubble and memory are those of the formulas. */
class PipelineSchedulesTest {
    @Property(tries = 150)
    void everyTaskRunsOnceAfterItsInputAndAloneOnItsStage(
            @ForAll @IntRange(min = 1, max = 7) int stages,
            @ForAll @IntRange(min = 1, max = 4) int rounds,
            @ForAll @IntRange(min = 1, max = 4) int chunks,
            @ForAll @DoubleRange(min = 0, max = 3) double hop) {
        for (var run :
                PipelineSchedules.runs(stages, stages * rounds, chunks, new Cost(1, 1.7, hop))) {
            assertLawful(run, stages == 1 ? 0 : hop);
        }
    }

    private static void assertLawful(Timeline run, double hop) {
        var pipeline = run.pipeline();
        Map<String, Event> events = new HashMap<>();
        for (var event : run.events()) {
            var task = event.task();
            int part = task.chunk() * pipeline.stages() + event.stage();
            assertThat(events.put(key(part, task.microbatch(), task.backward()), event)).isNull();
        }
        int parts = pipeline.stages() * pipeline.chunks();
        assertThat(events).hasSize(2 * parts * pipeline.microbatches());
        for (int m = 0; m < pipeline.microbatches(); m++) {
            for (int part = 0; part < parts; part++) {
                var forward = events.get(key(part, m, false));
                var backward = events.get(key(part, m, true));
                double end = forward.end();
                assertThat(backward.start()).isGreaterThanOrEqualTo(end);
                if (part + 1 < parts) {
                    assertThat(events.get(key(part + 1, m, false)).start())
                            .isGreaterThanOrEqualTo(end + hop);
                    assertThat(backward.start())
                            .isGreaterThanOrEqualTo(events.get(key(part + 1, m, true)).end() + hop);
                }
            }
        }
        for (int stage = 0; stage < pipeline.stages(); stage++) {
            var row = run.of(stage);
            for (int i = 1; i < row.size(); i++) {
                assertThat(row.get(i).start()).isGreaterThanOrEqualTo(row.get(i - 1).end());
            }
        }
    }

    private static String key(int part, int microbatch, boolean backward) {
        return part + "/" + microbatch + "/" + backward;
    }

    @Property(tries = 150)
    void bubbleIsStagesLessOneOverChunksTimesMicrobatches(
            @ForAll @IntRange(min = 1, max = 8) int stages,
            @ForAll @IntRange(min = 1, max = 4) int rounds,
            @ForAll @IntRange(min = 1, max = 4) int chunks,
            @ForAll @DoubleRange(min = 0.1, max = 9) double backward) {
        int m = stages * rounds;
        for (var run : PipelineSchedules.runs(stages, m, chunks, new Cost(1, backward, 0))) {
            int v = run.pipeline().chunks();
            assertThat(run.bubble()).isCloseTo((stages - 1.0) / (v * m), within(1e-9));
            assertThat(run.idleShare()).isCloseTo(run.bubble() / (1 + run.bubble()), within(1e-9));
        }
    }

    @Property(tries = 100)
    void plainSchedulesTakeAnyNumberOfMicrobatches(
            @ForAll @IntRange(min = 1, max = 9) int stages,
            @ForAll @IntRange(min = 1, max = 20) int microbatches) {
        for (var run : PipelineSchedules.runs(stages, microbatches, 1, new Cost(1, 2, 0))) {
            assertThat(run.bubble()).isCloseTo((stages - 1.0) / microbatches, within(1e-9));
            for (int r = 0; r < stages; r++) {
                int held =
                        run.order() == Order.GPIPE
                                ? microbatches
                                : Math.min(stages - r, microbatches);
                assertThat(run.peakInFlight(r)).isEqualTo(held);
            }
        }
    }

    @Property(tries = 100)
    void interleavingHoldsMoreThanOneForwardOneBackward(
            @ForAll @IntRange(min = 2, max = 7) int stages,
            @ForAll @IntRange(min = 2, max = 4) int rounds,
            @ForAll @IntRange(min = 2, max = 4) int chunks) {
        int m = stages * rounds;
        var run = new Pipeline(stages, m, chunks, new Cost(1, 2, 0)).run(Order.INTERLEAVED);

        for (int r = 0; r < stages; r++) {
            int passes = 2 * (stages - 1 - r) + (chunks - 1) * stages + 1;
            assertThat(run.peakInFlight(r))
                    .isEqualTo(Math.min(m * chunks, passes) / (double) chunks);
        }
    }

    @Example
    void oneRoundOfInterleavingWarmsUpWithAllForwardPasses() {
        var tasks = Order.INTERLEAVED.tasks(0, 4, 4, 2);

        assertThat(tasks.subList(0, 7)).noneMatch(task -> task.backward());
        assertThat(tasks).hasSize(16);
    }

    @Example
    void firstStageOfTwoAlternatesAfterOneForward() {
        var tasks = Order.ONE_F_ONE_B.tasks(0, 2, 3, 1);

        assertThat(tasks.stream().map(t -> (t.backward() ? "B" : "F") + t.microbatch()))
                .isEqualTo(List.of("F0", "F1", "B0", "F2", "B1", "B2"));
    }

    @Example
    void messagesMakeInterleavingWaitMore() {
        var cost = new Cost(1, 2, 0.5);
        var plain = new Pipeline(4, 8, 1, cost).run(Order.ONE_F_ONE_B);
        var free = new Pipeline(4, 8, 1, new Cost(1, 2, 0)).run(Order.ONE_F_ONE_B);

        assertThat(plain.makespan()).isGreaterThan(free.makespan());
    }

    @Example
    void microbatchesThatDoNotDivideAreRefusedForInterleaving() {
        assertThatThrownBy(() -> new Pipeline(4, 6, 2, new Cost(1, 2, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "interleaving needs a multiple of 4 microbatches, one per stage, got 6");
    }

    @Example
    void emptyPipelineIsRefused() {
        assertThatThrownBy(() -> new Pipeline(0, 6, 1, new Cost(1, 2, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pipeline needs at least one stage, microbatch and chunk");
    }

    @Example
    void timelineThatMissesATaskIsADeadlock() {
        var pipeline = new Pipeline(2, 2, 1, new Cost(1, 2, 0));
        var events = pipeline.run(Order.GPIPE).events().subList(0, 5);

        assertThatThrownBy(() -> new Timeline(pipeline, Order.GPIPE, events))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("deadlock: 5 of 8 tasks ran");
    }
}
