package gspmd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a program and shardings into the one program that all devices execute. */
public final class Partitioner {
    private final Map<String, String> shardings;
    private final List<Step> steps = new ArrayList<>();

    private Partitioner(Map<String, String> shardings) {
        this.shardings = shardings;
    }

    /** The instructions; their number does not depend on the size of the mesh. */
    public static List<Step> partition(List<Node> program, Map<String, String> shardings) {
        var partitioner = new Partitioner(shardings);
        program.stream().filter(node -> node.kind() != Node.Kind.INPUT).forEach(partitioner::emit);
        return List.copyOf(partitioner.steps);
    }

    // tag::partition[]
    /** Bring the operands into shape, compute locally, add up what is partial. */
    private void emit(Node node) {
        var out = shardings.get(node.name());
        var summed = new StringBuilder();
        var axes = new StringBuilder();
        for (int i = 0; i < node.inputs().size(); i++) {
            for (int d = 0; d < node.input(i).length(); d++) {
                char letter = node.input(i).charAt(d);
                char axis = shardings.get(node.inputs().get(i)).charAt(d);
                boolean partial =
                        node.kind() == Node.Kind.EINSUM && node.result().indexOf(letter) < 0;
                if (partial && axis != '.' && out.indexOf(axis) < 0 // <1>
                        && summed.indexOf("" + letter) < 0 && axes.indexOf("" + axis) < 0) {
                    summed.append(letter);
                    axes.append(axis);
                }
            }
        }
        var inputs = new ArrayList<String>();
        for (int i = 0; i < node.inputs().size(); i++) {
            var want = new StringBuilder();
            for (char letter : node.input(i).toCharArray()) {
                int kept = node.result().indexOf(letter);
                int sum = summed.indexOf("" + letter);
                char summedBy = sum >= 0 ? axes.charAt(sum) : '.';
                want.append(kept >= 0 ? out.charAt(kept) : summedBy);
            }
            inputs.add(reshard(node.inputs().get(i), want.toString()));
        }
        steps.add(new Step(Step.Op.COMPUTE, node.name(), inputs, node, -1, -1, '.'));
        for (int d = 0; d < out.length(); d++) { // <2>
            if (out.charAt(d) != '.' && Character.isUpperCase(node.result().charAt(d))) {
                own(Step.Op.SLICE, node, d, out.charAt(d));
            }
        }
        for (char axis : axes.toString().toCharArray()) { // <3>
            own(Step.Op.ALL_REDUCE, node, -1, axis);
        }
    }
    // end::partition[]

    /** A step that replaces the result of an operation. */
    private void own(Step.Op op, Node node, int dim, char axis) {
        steps.add(new Step(op, node.name(), List.of(node.name()), null, dim, -1, axis));
    }

    /** Name of a local tensor with the wanted sharding, after the steps that make it. */
    private String reshard(String tensor, String want) {
        var have = new StringBuilder(shardings.get(tensor));
        var name = tensor;
        for (int d = 0; d < want.length(); d++) {
            int from = want.charAt(d) == '.' ? -1 : have.indexOf("" + want.charAt(d));
            if (have.charAt(d) == '.' && from >= 0 && want.charAt(from) == '.') {
                name = step(Step.Op.ALL_TO_ALL, name, d, from, want.charAt(d));
                have.setCharAt(from, '.');
                have.setCharAt(d, want.charAt(d));
            }
        }
        for (int d = 0; d < want.length(); d++) {
            if (have.charAt(d) != '.' && have.charAt(d) != want.charAt(d)) {
                name = step(Step.Op.GATHER, name, d, -1, have.charAt(d));
                have.setCharAt(d, '.');
            }
        }
        for (int d = 0; d < want.length(); d++) {
            if (have.charAt(d) != want.charAt(d)) {
                name = step(Step.Op.SLICE, name, d, -1, want.charAt(d));
                have.setCharAt(d, want.charAt(d));
            }
        }
        return name;
    }

    private String step(Step.Op op, String name, int dim, int other, char axis) {
        var result = name + "'";
        steps.add(new Step(op, result, List.of(name), null, dim, other, axis));
        return result;
    }
}
