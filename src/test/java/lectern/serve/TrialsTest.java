package lectern.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lectern.build.TrialRun;
import lectern.model.Cell;
import lectern.model.CellId;
import lectern.model.CellOptions;
import lectern.model.CellSource;
import lectern.model.ExpectedEnd;
import lectern.model.Location;
import lectern.model.OutputView;
import lectern.model.Setting;
import lectern.runs.RunPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TrialsTest {
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<TrialRun.Ended> accepted = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private final Trials trials =
            new Trials(
                    this::run,
                    ended -> {
                        accepted.add(ended);
                        return refusal;
                    });

    @AfterEach
    void end() {
        over.countDown();
        trials.close();
    }

    /** Runs until it is stopped or all may end. */
    private TrialRun.Ended run(Trial trial) {
        trial.printed("begun");
        try {
            while (!trial.enough() && !over.await(10, TimeUnit.MILLISECONDS)) {
                trial.printed(".");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (trial.args().contains("break")) {
            throw new IllegalArgumentException("broken");
        }
        return new TrialRun.Ended(
                trial.item(),
                trial.enough() ? TrialRun.Outcome.STOPPED : TrialRun.Outcome.SAME,
                0,
                Duration.ofMillis(7),
                List.of("said"),
                Optional.empty());
    }

    static RunPlan.Item cell(String id, boolean measured) {
        Setting setting = new Setting(measured, Optional.empty(), List.of(), false);
        Cell cell =
                new Cell(
                        new CellId(id),
                        "x",
                        new CellSource.Scripted("scripts/X.java"),
                        new CellOptions(
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                Duration.ofSeconds(1),
                                ExpectedEnd.CLEAN,
                                OutputView.ALL,
                                Set.of(),
                                setting,
                                List.of()),
                        Location.of("notes/x.adoc", 1),
                        1);
        return new RunPlan.Item(cell, null, null, RunPlan.State.FRESH, Optional.empty());
    }

    private static Map<String, Object> last(Trial trial) throws InterruptedException {
        Map<String, Object> told;
        do {
            told = trial.told().take();
        } while (!told.containsKey("end"));
        return told;
    }

    private void refuses(RunPlan.Item item, String why) {
        assertThatThrownBy(() -> trials.begin(item, List.of()))
                .isInstanceOf(Refused.class)
                .hasMessage(why);
    }

    @Test
    void runTellsWhatItPrintsAndHowItEnds() throws InterruptedException {
        Trial trial = trials.begin(cell("one", false), List.of());

        assertThat(trial.told().take()).isEqualTo(Map.of("out", "begun"));
        over.countDown();
        assertThat(last(trial))
                .isEqualTo(
                        Map.of(
                                "end",
                                "same",
                                "exit",
                                0,
                                "millis",
                                7L,
                                "said",
                                List.of("said"),
                                "acceptable",
                                false));
    }

    @Test
    void thirdRunWaitsForOneOfTwoToEnd() throws InterruptedException {
        Trial one = trials.begin(cell("one", false), List.of());
        trials.begin(cell("two", false), List.of());

        refuses(cell("three", false), "2 examples run already: wait for one, or stop it");
        trials.stop(one.id());
        assertThat(last(one)).containsEntry("end", "stopped");
        assertThat(trials.begin(cell("three", false), List.of()).cell()).isEqualTo("three");
    }

    @Test
    void exampleThatRunsIsNotRunTwice() {
        trials.begin(cell("one", false), List.of());

        refuses(cell("one", false), "example 'one' runs already");
    }

    @Test
    void measurementRunsAlone() {
        trials.begin(cell("one", false), List.of());

        refuses(
                cell("timing", true),
                "a measurement runs alone: wait for the run of 'one', or stop it");
    }

    @Test
    void nothingRunsBesideAMeasurement() {
        trials.begin(cell("timing", true), List.of());

        refuses(
                cell("one", false),
                "a measurement runs alone: wait for the run of 'timing', or stop it");
    }

    @Test
    void runThatThrowsEndsAsFailed() throws InterruptedException {
        Trial trial = trials.begin(cell("one", false), List.of("break"));
        over.countDown();

        assertThat(last(trial))
                .containsEntry("end", "failed")
                .containsEntry("said", List.of("the run could not be made; the terminal says why"));
    }

    @Test
    void runIsAcceptedWhenItIsOver() throws InterruptedException {
        Trial trial = trials.begin(cell("one", false), List.of());
        assertThatThrownBy(() -> trials.accept(trial.id()))
                .isInstanceOf(Refused.class)
                .hasMessage("this run is not over");
        over.countDown();
        last(trial);

        trials.accept(trial.id());

        assertThat(accepted).containsExactly(trial.ended().orElseThrow());
    }

    @Test
    void refusalToRecordIsPassedOn() throws InterruptedException {
        Trial trial = trials.begin(cell("one", false), List.of());
        over.countDown();
        last(trial);
        refusal = Optional.of("the disk is full");

        assertThatThrownBy(() -> trials.accept(trial.id()))
                .isInstanceOf(Refused.class)
                .hasMessage("the disk is full");
    }

    @Test
    void runThatANewerOneReplacedCannotBeAccepted() throws InterruptedException {
        Trial old = trials.begin(cell("one", false), List.of());
        over.countDown();
        last(old);
        last(trials.begin(cell("one", false), List.of()));

        assertThatThrownBy(() -> trials.accept(old.id()))
                .isInstanceOf(Refused.class)
                .hasMessage("there is no such run any more: run the example again");
        assertThat(accepted).isEmpty();
    }

    @Test
    void endOfTheServerStopsWhatRuns() throws InterruptedException {
        Trial trial = trials.begin(cell("one", false), List.of());

        trials.close();

        assertThat(trial.ended().orElseThrow().outcome()).isEqualTo(TrialRun.Outcome.STOPPED);
        refuses(cell("two", false), "the server ends");
    }
}
