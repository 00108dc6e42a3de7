package engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Runs operations as soon as what they read and change allows, on a clock that is simulated. */
public final class Engine {
    // tag::push[]
    /** Something that operations read or change; the engine never looks inside. */
    public record Variable(String name) {}

    /** A pushed operation, and the earlier ones that it must wait for. */
    public record Op(int number, String name, double duration, Runnable action,
            Set<Integer> after) {}

    private final List<Op> ops = new ArrayList<>();
    private final List<Set<Variable>> read = new ArrayList<>();
    private final List<Set<Variable>> mutated = new ArrayList<>();

    /** Queue an action; say what it reads and what it changes. Nothing runs yet. */
    public Op push(String name, double duration, Runnable action,
            Set<Variable> reads, Set<Variable> mutates) {
        var after = new HashSet<Integer>();
        for (int i = 0; i < ops.size(); i++) {
            if (meet(reads, mutated.get(i)) // <1>
                    || meet(mutates, read.get(i)) || meet(mutates, mutated.get(i))) {
                after.add(i);
            }
        }
        read.add(reads);
        mutated.add(mutates);
        ops.add(new Op(ops.size(), name, duration, action, after));
        return ops.get(ops.size() - 1);
    }
    // end::push[]

    private static boolean meet(Set<Variable> some, Set<Variable> others) {
        return some.stream().anyMatch(others::contains);
    }

    /** When and by whom an operation ran. */
    public record Slot(Op op, int worker, double start, double end) {}

    // tag::run[]
    /** Run everything; whenever a worker is free it takes any operation that may start. */
    public List<Slot> run(int workers, Random lot) {
        var slots = new ArrayList<Slot>();
        var waiting = new ArrayList<Integer>();
        for (int i = 0; i < ops.size(); i++) {
            waiting.add(i);
        }
        var done = new HashSet<Integer>();
        var busy = new Slot[workers];
        double now = 0;
        while (done.size() < ops.size()) {
            for (int w = 0; w < workers; w++) {
                if (busy[w] != null && busy[w].end() <= now) {
                    done.add(busy[w].op().number());
                    busy[w] = null;
                }
            }
            var ready = new ArrayList<>(waiting);
            ready.removeIf(i -> !done.containsAll(ops.get(i).after()));
            for (int w = 0; w < workers; w++) {
                if (busy[w] == null && !ready.isEmpty()) {
                    var next = ready.remove(lot.nextInt(ready.size()));
                    waiting.remove(next);
                    var op = ops.get(next);
                    op.action().run();
                    busy[w] = new Slot(op, w, now, now + op.duration());
                    slots.add(busy[w]);
                }
            }
            now = earliest(busy, now);
        }
        return slots;
    }
    // end::run[]

    private static double earliest(Slot[] busy, double now) {
        double next = Double.POSITIVE_INFINITY;
        for (var slot : busy) {
            next = slot == null ? next : Math.min(next, slot.end());
        }
        return Double.isInfinite(next) ? now : next;
    }

    /** Time at which the last operation ended. */
    public static double makespan(List<Slot> slots) {
        return slots.stream().mapToDouble(Slot::end).max().orElse(0);
    }

    /** Operations that a result needs: itself and, over and over, what those wait for. */
    public List<Op> needed(Op result) {
        var wanted = new HashSet<Integer>();
        collect(result.number(), wanted);
        return wanted.stream().sorted().map(ops::get).toList();
    }

    private void collect(int at, Set<Integer> wanted) {
        if (wanted.add(at)) {
            ops.get(at).after().forEach(before -> collect(before, wanted));
        }
    }
}
