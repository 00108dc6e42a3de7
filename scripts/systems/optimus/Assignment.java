package optimus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Which server holds how many parameters, in how many pieces.
 *
 * @param sizes parameters of each server
 * @param requests pieces of each server: what a worker must ask for in each step
 */
public record Assignment(long[] sizes, int[] requests) {
    private static Assignment empty(int servers) {
        return new Assignment(new long[servers], new int[servers]);
    }

    private void put(int server, long size) {
        sizes[server] += size;
        requests[server]++;
    }

    /** Parameters of the fullest server less those of the emptiest. */
    public long sizeDifference() {
        return LongStream.of(sizes).max().orElse(0) - LongStream.of(sizes).min().orElse(0);
    }

    /** Requests of the busiest server less those of the idlest. */
    public int requestDifference() {
        return IntStream.of(requests).max().orElse(0) - IntStream.of(requests).min().orElse(0);
    }

    /** All requests. */
    public int totalRequests() {
        return IntStream.of(requests).sum();
    }

    // tag::mxnet[]
    /** MXNet: a block below a million to a server drawn by its key, others to all. */
    public static Assignment mxnet(List<Long> blocks, int servers, boolean keyBySize) {
        var assignment = empty(servers);
        for (int block = 0; block < blocks.size(); block++) {
            long size = blocks.get(block);
            if (size < 1_000_000) {
                int key = keyBySize ? blocks.indexOf(size) : block; // <1>
                assignment.put((int) (key * 9973L % servers), size);
            } else {
                for (int s = 0; s < servers; s++) {
                    long end = Math.round((double) size / servers * (s + 1));
                    assignment.put(s, end - Math.round((double) size / servers * s));
                }
            }
        }
        return assignment;
    }
    // end::mxnet[]

    // tag::paa[]
    /** Optimus, largest first: small blocks level requests, others sizes. */
    public static Assignment paa(List<Long> blocks, int servers) {
        var assignment = empty(servers);
        long total = blocks.stream().mapToLong(Long::longValue).sum();
        long average = total / servers;
        for (long size : blocks.stream().sorted(Comparator.reverseOrder()).toList()) {
            if (100.0 * servers * size <= total) {
                assignment.put(assignment.fewestRequests(), size); // <1>
            } else if (size <= average) {
                assignment.put(assignment.bestFit(average, size), size); // <2>
            } else {
                assignment.cut(size, average);
            }
        }
        return assignment;
    }

    /** The server that this block fills best; if none has room, the emptiest. */
    private int bestFit(long capacity, long size) {
        int best = -1;
        int emptiest = 0;
        for (int s = 0; s < sizes.length; s++) {
            long rest = capacity - sizes[s] - size;
            boolean better = best < 0 || rest < capacity - sizes[best] - size;
            best = rest >= 0 && better ? s : best;
            emptiest = sizes[s] < sizes[emptiest] ? s : emptiest;
        }
        return best < 0 ? emptiest : best;
    }
    // end::paa[]

    private int fewestRequests() {
        int fewest = 0;
        for (int s = 0; s < requests.length; s++) {
            fewest = requests[s] < requests[fewest] ? s : fewest;
        }
        return fewest;
    }

    private void cut(long size, long capacity) {
        var order = new ArrayList<>(IntStream.range(0, sizes.length).boxed().toList());
        order.sort(Comparator.comparingLong(s -> sizes[s]));
        long left = size;
        for (int s : order) {
            long room = capacity - sizes[s];
            if (left < room || room <= 0) {
                break;
            }
            put(s, room);
            left -= room;
        }
        if (left > 0) {
            put(bestFit(capacity, left), left);
        }
    }

    /** Parameter blocks of ResNet-50 as MXNet has them. */
    public static List<Long> resNet50() {
        var blocks = new ArrayList<>(List.of(3L, 3L, 9408L, 64L, 64L));
        long in = 64;
        int[] counts = {3, 4, 6, 3};
        for (int stage = 0; stage < counts.length; stage++) {
            long w = 64L << stage;
            for (int b = 0; b < counts[stage]; b++) {
                blocks.addAll(List.of(in, in, in * w, w, w, 9 * w * w, w, w, 4 * w * w));
                if (b == 0) {
                    blocks.add(in * 4 * w);
                }
                in = 4 * w;
            }
        }
        blocks.addAll(List.of(2048L, 2048L, 2048000L, 1000L));
        return blocks;
    }
}
