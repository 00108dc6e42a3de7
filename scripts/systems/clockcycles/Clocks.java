package clockcycles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** Tasks (i, j): microbatch i on partition j. */
public final class Clocks {
    /** Microbatch {@code i} on partition {@code j}, counted from 0. */
    public record Task(int i, int j) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "(%d,%d)", i, j);
        }
    }

    private Clocks() {}

    // tag::forward[]
    /** What runs at each clock: all tasks on one diagonal. */
    public static List<List<Task>> forward(int microbatches, int partitions) {
        var clocks = new ArrayList<List<Task>>();
        for (int k = 0; k < microbatches + partitions - 1; k++) {
            var tasks = new ArrayList<Task>();
            for (int j = 0; j < partitions; j++) {
                if (k - j >= 0 && k - j < microbatches) { // <1>
                    tasks.add(new Task(k - j, j));
                }
            }
            clocks.add(tasks);
        }
        return clocks;
    }
    // end::forward[]

    /** One line per clock, a column per partition. */
    public static String table(List<List<Task>> clocks, int partitions) {
        return clocks.stream().map(tasks -> {
            var line = new StringBuilder(String.format(Locale.ROOT, "%2d", clocks.indexOf(tasks)));
            for (int j = 0; j < partitions; j++) {
                int column = j;
                var task = tasks.stream().filter(t -> t.j() == column).map(Task::toString).findFirst().orElse("");
                line.append(String.format(Locale.ROOT, " %-6s", task));
            }
            return line.toString().stripTrailing();
        }).collect(Collectors.joining("\n", "", "\n"));
    }

    // tag::backward[]
    /** An order in which the backward tasks may be issued, drawn by chance. */
    public static List<Task> backward(
            int microbatches, int partitions, boolean chained, Random chance) {
        var issued = new boolean[microbatches + 1][partitions + 1];
        var order = new ArrayList<Task>();
        while (order.size() < microbatches * partitions) {
            var ready = new ArrayList<Task>();
            for (int i = 0; i < microbatches; i++) {
                for (int j = 0; j < partitions; j++) {
                    boolean data = j + 1 == partitions || issued[i][j + 1]; // <1>
                    boolean turn = !chained
                            || i + 1 == microbatches || issued[i + 1][j]; // <2>
                    if (!issued[i][j] && data && turn) {
                        ready.add(new Task(i, j));
                    }
                }
            }
            var next = ready.get(chance.nextInt(ready.size()));
            issued[next.i()][next.j()] = true;
            order.add(next);
        }
        return order;
    }

    /** Clocks until all is done; a device works off its tasks as issued. */
    public static int clocks(List<Task> order, int microbatches, int partitions) {
        var done = new int[microbatches][partitions + 1];
        var free = new int[partitions];
        int last = 0;
        for (var task : order) {
            int j = task.j();
            free[j] = Math.max(free[j], done[task.i()][j + 1]) + 1; // <3>
            done[task.i()][j] = free[j];
            last = Math.max(last, free[j]);
        }
        return last;
    }
    // end::backward[]
}
