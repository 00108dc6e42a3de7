package hyperband;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/** Two searches for a good setting that spend the same and remember how far they were when. */
public final class Search {
    /** Something that can be trained a little, judged, and trained on. */
    public interface Trial {
        /** Loss after so many units of training in all; never asked for less than before. */
        double loss(double resource);
    }

    /**
     * What was best at some point of a search.
     *
     * @param spent units of training so far
     * @param number of the setting with the smallest loss among those that had most
     * @param loss of it as observed
     */
    public record Best(double spent, int number, double loss) {}

    private final List<Best> history = new ArrayList<>();
    private final IntFunction<Trial> trials;
    private double spent;
    private int next;

    /** Search among settings, drawn one after the other by their number. */
    public Search(IntFunction<Trial> trials) {
        this.trials = trials;
    }

    /** A setting in the race. */
    private record Runner(int number, Trial trial, double loss) {}

    // tag::halving[]
    /** One bracket: all run a little, the better ones run on. Returns what is left. */
    public int bracket(List<Brackets.Round> rounds) {
        var runners = new ArrayList<Runner>();
        for (int i = 0; i < rounds.get(0).settings(); i++) {
            runners.add(new Runner(next, trials.apply(next), 0));
            next++;
        }
        for (var round : rounds) {
            while (runners.size() > round.settings()) {
                runners.remove(runners.size() - 1); // sorted: the worst
            }
            runners.replaceAll(r ->
                    new Runner(r.number(), r.trial(), r.trial().loss(round.resource())));
            runners.sort(Comparator.comparingDouble(Runner::loss));
            spent += runners.size() * round.resource();
        }
        record(runners.get(0));
        return runners.get(0).number();
    }

    /** Hyperband: brackets from the most eager to the most patient. */
    public void hyperband(int max, int eta) {
        for (int s = Brackets.eager(max, eta); s >= 0; s--) {
            bracket(Brackets.rounds(max, eta, s, false));
        }
    }
    // end::halving[]

    /** Random search: every setting gets the full amount, as long as the budget lasts. */
    public void random(int max, double budget) {
        while (spent + max <= budget) {
            var trial = trials.apply(next);
            spent += max;
            record(new Runner(next++, trial, trial.loss(max)));
        }
    }

    private void record(Runner runner) {
        var best = history.isEmpty() ? null : history.get(history.size() - 1);
        history.add(best != null && best.loss() <= runner.loss()
                ? new Best(spent, best.number(), best.loss())
                : new Best(spent, runner.number(), runner.loss()));
    }

    /** Best so far, each time something came out. */
    public List<Best> history() {
        return history;
    }

    /** Best of all. */
    public Best best() {
        return history.get(history.size() - 1);
    }
}
