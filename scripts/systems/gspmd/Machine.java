package gspmd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A mesh of devices, axis X by axis Y, each with memory of its own; executes a partitioned program. */
public final class Machine {
    private final int x;
    private final int y;
    private final List<Map<String, Block>> memory = new ArrayList<>();
    private double sent;

    /** A mesh of {@code x} by {@code y} devices. */
    public Machine(int x, int y) {
        this.x = x;
        this.y = y;
        for (int device = 0; device < x * y; device++) {
            memory.add(new HashMap<>());
        }
    }

    /** The same random inputs for every mesh. */
    public static Map<String, Block> inputs(List<Node> program, int seed) {
        var random = new Random(seed);
        var inputs = new HashMap<String, Block>();
        program.stream().filter(node -> node.kind() == Node.Kind.INPUT).forEach(node -> {
            var block = Block.zeros(node.dims());
            java.util.Arrays.setAll(block.data(), i -> random.nextDouble() - 0.5);
            inputs.put(node.name(), block);
        });
        return inputs;
    }

    /** Execute on sharded inputs and return one tensor, put together. */
    public Block run(List<Node> program, Map<String, String> shardings, List<Step> steps, Map<String, Block> inputs,
            String wanted) {
        inputs.forEach((name, whole) -> {
            for (int device = 0; device < x * y; device++) {
                memory.get(device).put(name, cut(whole, shardings.get(name), device));
            }
        });
        var dims = new HashMap<String, int[]>();
        program.forEach(node -> dims.put(node.name(), node.dims()));
        steps.forEach(step -> execute(step, dims));
        return whole(wanted, shardings.get(wanted), dims.get(wanted));
    }

    private void execute(Step step, Map<String, int[]> dims) {
        var results = new ArrayList<Block>();
        var global = dims.get(step.inputs().get(0));
        for (int device = 0; device < x * y; device++) {
            var local = memory.get(device);
            var mine = local.get(step.inputs().get(0));
            int size = step.axis() == 'X' ? x : y;
            int place = place(device, step.axis());
            results.add(switch (step.op()) {
                case COMPUTE -> Arithmetic.compute(step.node(), step.inputs().stream().map(local::get).toList());
                case SLICE -> mine.part(step.dim(), size, place);
                case GATHER -> count(Block.join(group(step, device), step.dim(), global[step.dim()]), 1, size);
                case ALL_TO_ALL -> count(Block.join(group(step, device), step.other(), global[step.other()])
                        .part(step.dim(), size, place), 1, size);
                default -> count(sum(group(step, device)), 2, size);
            });
        }
        for (int device = 0; device < x * y; device++) {
            memory.get(device).put(step.result(), results.get(device));
        }
        dims.putIfAbsent(step.result(), global);
    }

    /** The same tensor on all devices of a line of the mesh. */
    private Block[] group(Step step, int device) {
        int size = step.axis() == 'X' ? x : y;
        var blocks = new Block[size];
        for (int i = 0; i < size; i++) {
            int there = step.axis() == 'X' ? i * y + device % y : device / y * y + i;
            blocks[i] = memory.get(there).get(step.inputs().get(0));
        }
        return blocks;
    }

    private static Block sum(Block[] blocks) {
        var sum = blocks[0];
        for (int i = 1; i < blocks.length; i++) {
            sum = Arithmetic.add(sum, blocks[i]);
        }
        return sum;
    }

    /** Count what a ring sends from each device: so many laps of all parts but one. */
    private Block count(Block result, int laps, int size) {
        sent += (double) laps * (size - 1) / size * result.data().length;
        return result;
    }

    private int place(int device, char axis) {
        return axis == 'X' ? device / y : device % y;
    }

    private Block cut(Block whole, String sharding, int device) {
        var block = whole;
        for (int d = 0; d < sharding.length(); d++) {
            if (sharding.charAt(d) != '.') {
                block = block.part(d, sharding.charAt(d) == 'X' ? x : y, place(device, sharding.charAt(d)));
            }
        }
        return block;
    }

    private Block whole(String name, String sharding, int[] dims) {
        var blocks = memory.stream().map(local -> local.get(name)).toArray(Block[]::new);
        int dx = sharding.indexOf('X');
        int dy = sharding.indexOf('Y');
        var rows = new Block[x];
        for (int i = 0; i < x; i++) {
            var row = java.util.Arrays.copyOfRange(blocks, i * y, (i + 1) * y);
            rows[i] = dy < 0 ? row[0] : Block.join(row, dy, dims[dy]);
        }
        return dx < 0 ? rows[0] : Block.join(rows, dx, dims[dx]);
    }

    /** Numbers that each device sent, on average, if collectives are rings. */
    public double sentPerDevice() {
        return sent / (x * y);
    }
}
