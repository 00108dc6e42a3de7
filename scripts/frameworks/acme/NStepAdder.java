package acme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Adds transitions over n steps, and shorter ones at both ends of an episode, as Acme does. */
public final class NStepAdder implements Interfaces.Adder {
    private final int n;
    private final double discount;
    private final Consumer<double[]> sink;
    private final List<Integer> states = new ArrayList<>();
    private final List<Integer> actions = new ArrayList<>();
    private final List<Double> rewards = new ArrayList<>();

    /** An adder for {@code n} steps and the agent's discount. */
    public NStepAdder(int n, double discount, Consumer<double[]> sink) {
        this.n = n;
        this.discount = discount;
        this.sink = sink;
    }

    @Override
    public void addFirst(int state) {
        states.clear();
        actions.clear();
        rewards.clear();
        states.add(state);
    }

    // tag::add[]
    @Override
    public void add(int action, Catch.Step next) {
        actions.add(action);
        rewards.add(next.reward());
        states.add(next.state());
        int end = rewards.size();
        double alive = next.last() ? 0 : 1;
        write(Math.max(0, end - n), end, alive); // <1>
        for (int first = Math.max(0, end - n) + 1; next.last() && first < end; first++) {
            write(first, end, alive); // <2>
        }
    }

    private void write(int first, int end, double alive) {
        double sum = 0;
        double factor = 1;
        for (int t = first; t < end; t++) {
            sum += factor * rewards.get(t);
            factor *= discount;
        }
        sink.accept(new double[] {states.get(first), actions.get(first),
                sum, factor * alive, states.get(end)});
    }
    // end::add[]
}
