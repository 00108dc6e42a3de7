package hyperband;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Searches among configurations that a source draws; keeps the one with the smallest loss seen. */
public final class Search {
    /** After some units had been spent, this was the choice. */
    public record Choice(double spent, double seen, Arm arm) {}

    private record Score(Arm arm, double loss) {}

    private final List<Choice> history = new ArrayList<>();
    private double spent;

    // tag::halve[]
    /** Train all, keep the best, train those further; returns the survivor. */
    public Arm halve(Bracket bracket, Supplier<Arm> source) {
        var arms = new ArrayList<Arm>();
        while (arms.size() < bracket.rungs().get(0).configurations()) {
            arms.add(source.get());
        }
        double before = 0;
        for (var rung : bracket.rungs()) {
            var scores = new ArrayList<Score>();
            for (var arm : arms.subList(0, rung.configurations())) { // <1>
                scores.add(new Score(arm, look(arm, before, rung.resource())));
            }
            scores.sort(Comparator.comparingDouble(Score::loss)); // <2>
            arms.clear();
            scores.forEach(score -> arms.add(score.arm()));
            before = rung.resource();
        }
        return arms.get(0);
    }
    // end::halve[]

    /** Random search: every configuration gets the full resource, until the budget does not suffice for one more. */
    public void random(double resource, double budget, Supplier<Arm> source) {
        while (spent + resource <= budget) {
            look(source.get(), 0, resource);
        }
    }

    private double look(Arm arm, double before, double resource) {
        double loss = arm.train(resource);
        spent += resource - before;
        if (history.isEmpty() || loss < choice().seen()) {
            history.add(new Choice(spent, loss, arm));
        }
        return loss;
    }

    /** The choice so far. */
    public Choice choice() {
        return history.get(history.size() - 1);
    }

    /** The choice when this much had been spent, or null if nothing had been looked at. */
    public Choice choice(double budget) {
        Choice last = null;
        for (var choice : history) {
            last = choice.spent() <= budget ? choice : last;
        }
        return last;
    }

    /** Units spent; survivors go on and are not paid for twice. */
    public double spent() {
        return spent;
    }
}
