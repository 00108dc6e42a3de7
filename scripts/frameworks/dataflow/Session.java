package dataflow;

import dataflow.Graph.Node;
import dataflow.Graph.Out;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Runs steps: each device fires whatever of its part is ready, in an order that a seed shuffles. */
public final class Session {
    private final String fallback;
    private final SplittableRandom random;
    private final Map<List<Out>, Plan> plans = new HashMap<>(); // a step that was planned once is not planned again
    public long bytesSent;
    public final TreeSet<String> executed = new TreeSet<>(); // names of what ran in the latest step

    public Session(String fallback, long seed) {
        this.fallback = fallback;
        this.random = new SplittableRandom(seed);
    }

    /** Run one step; returns what was fetched, null for a value on a branch that was not taken. */
    public List<double[][]> run(List<Out> fetches, Map<Out, double[][]> feeds) {
        var key = new ArrayList<>(fetches);
        key.addAll(feeds.keySet().stream().sorted((a, b) -> a.node().id - b.node().id).toList());
        var plan = plans.computeIfAbsent(key, k -> Plan.of(fetches, feeds.keySet(), fallback));
        var step = new Step(plan, feeds);
        return fetches.stream().map(out -> step.fetch(plan.moved.get(out))).toList();
    }

    /** Run one step without feeding anything. */
    public List<double[][]> run(Out... fetches) {
        return run(List.of(fetches), Map.of());
    }

    /** Tokens of one step: what each operation left, per round of the loop that it is in. */
    private final class Step {
        private final Map<Node, List<Object[]>> tokens = new HashMap<>();

        Step(Plan plan, Map<Out, double[][]> feeds) {
            executed.clear();
            Map<Integer, double[][]> fed = new HashMap<>();
            feeds.forEach((out, value) -> fed.put(out.node().id, value));
            var devices = new ArrayList<List<Node>>();
            plan.parts.values().forEach(part -> devices.add(new ArrayList<>(part)));
            for (boolean moved = true; moved; ) {
                moved = false;
                shuffle(devices);
                for (var device : devices) {
                    shuffle(device);
                    for (var node : device) {
                        moved |= fire(node, fed);
                    }
                }
            }
            plan.moved.values().stream().filter(out -> tokens.get(out.node()).isEmpty()).findFirst().ifPresent(out -> {
                throw new IllegalStateException("operation '" + out.node() + "' waits for ever");
            });
        }

        private <T> void shuffle(List<T> items) {
            for (int i = items.size() - 1; i > 0; i--) {
                items.set(i, items.set(random.nextInt(i + 1), items.get(i)));
            }
        }

        // tag::fire[]
        /** Fire an operation if its inputs are there; a dead input makes its results dead. */
        private boolean fire(Node node, Map<Integer, double[][]> fed) {
            var done = tokens.computeIfAbsent(node, n -> new ArrayList<>());
            int round = done.size();
            if (round > 0 && !node.inLoop) {
                return false;
            }
            boolean feed = fed.containsKey(node.id) && !node.op.equals("Send")
                    && !node.op.equals("Recv");
            var in = feed ? new Object[0] : inputs(node, round);
            if (in == null || Kernels.blocked(node.op, in)) {
                return false;
            }
            boolean dead = List.of(in).contains(Kernels.DEAD);
            done.add(feed ? new Object[] {fed.get(node.id)} : dead
                    ? new Object[] {Kernels.DEAD, Kernels.DEAD} : compute(node, in));
            return true;
        }
        // end::fire[]

        private Object[] compute(Node node, Object... in) {
            if (node.op.equals("Recv")) {
                bytesSent += 8L * Kernels.matrix(in[0]).length * Kernels.matrix(in[0])[0].length;
                return in;
            }
            if (!node.op.equals("Send")) {
                executed.add(node.name);
            }
            return node.op.equals("Send") ? in : Kernels.run(node, in);
        }

        /** Inputs of an operation in a round, or null if one is missing. */
        private Object[] inputs(Node node, int round) {
            if (node.op.equals("Merge")) {
                return merge(node, round);
            } else if (node.op.equals("Exit")) {
                return exit(node.inputs.get(0));
            } else if (node.op.equals("Enter") && round > 0) {
                return null;
            }
            var in = new Object[node.inputs.size()];
            for (int k = 0; k < in.length; k++) {
                var out = node.inputs.get(k);
                var token = token(out, out.node().inLoop ? round : 0);
                if (token == null || node.op.equals("NextIteration") && token == Kernels.DEAD) {
                    return null; // a dead value does not go round
                }
                in[k] = token;
            }
            return in;
        }

        /** The value that is alive; in a loop, the one from before it or the one from the round before. */
        private Object[] merge(Node node, int round) {
            if (node.inLoop) {
                var token = round == 0 ? token(node.inputs.get(0), 0) : token(node.inputs.get(1), round - 1);
                return token == null ? null : new Object[] {token};
            }
            var in = node.inputs.stream().map(out -> token(out, 0)).toList();
            for (var token : in) {
                if (token != null && token != Kernels.DEAD) {
                    return new Object[] {token};
                }
            }
            return in.contains(null) ? null : new Object[] {Kernels.DEAD};
        }

        private Object[] exit(Out out) {
            for (var token : tokens.getOrDefault(out.node(), List.of())) {
                if (token[out.port()] != Kernels.DEAD) {
                    return new Object[] {token[out.port()]};
                }
            }
            return null;
        }

        private Object token(Out out, int round) {
            var there = tokens.getOrDefault(out.node(), List.of());
            return round < there.size() ? there.get(round)[out.port()] : null;
        }

        double[][] fetch(Out out) {
            var value = token(out, 0);
            return value == Kernels.DEAD ? null : Kernels.matrix(value);
        }
    }
}
