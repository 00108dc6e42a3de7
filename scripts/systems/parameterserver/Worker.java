package parameterserver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wire.Wire;

/** A worker: keeps its rows, pulls the weights it needs, pushes gradients. */
final class Worker implements Runnable {
    private final Config config;
    private final Shard shard;
    private final List<Wire> servers;
    private final int[] keys;
    private final List<Pairs> pushes = new ArrayList<>();
    private final List<Pairs> answers = new ArrayList<>();
    private final double[] w;
    private int version;
    private long considered;
    private long pushed;

    Worker(Config config, Shard shard, List<Wire> servers) {
        this.config = config;
        this.shard = shard;
        this.servers = servers;
        this.keys = shard.keys();
        this.w = new double[config.features()];
        servers.forEach(server -> pushes.add(new Pairs(config.caching())));
        servers.forEach(server -> answers.add(new Pairs(config.caching())));
    }

    // tag::work[]
    /** All iterations, with weights as many versions behind as the delay allows. */
    @Override
    public void run() {
        var curvature = shard.curvature(config.features());
        for (int s = 0; s < servers.size(); s++) {
            servers.get(s).put(new Pairs(false).write(config.range(s).of(keys), curvature));
        }
        for (int t = 1; t <= config.iterations(); t++) {
            pullUpTo(t - 1 - config.delay()); // <1>
            var gradient = shard.gradient(w);
            var chosen = chosen(config, keys, w, gradient);
            considered += keys.length;
            pushed += chosen.length;
            for (int s = 0; s < servers.size(); s++) {
                var mine = config.range(s).of(chosen);
                servers.get(s).put(pushes.get(s).write(mine, gradient));
            }
        }
        pullUpTo(config.iterations());
    }

    private void pullUpTo(int wanted) {
        for (; version < wanted; version++) {
            for (int s = 0; s < servers.size(); s++) {
                answers.get(s).read(servers.get(s).take(), w);
            }
        }
    }
    // end::work[]

    // tag::kkt[]
    /** Keys worth pushing: a zero weight stays zero while its gradient is small. */
    static int[] chosen(Config config, int[] keys, double[] w, double[] gradient) {
        double bound = config.margin() * config.lambda() / config.workers(); // <1>
        return config.margin() == 0 ? keys : Arrays.stream(keys)
                .filter(k -> w[k] != 0 || Math.abs(gradient[k]) > bound)
                .toArray();
    }
    // end::kkt[]

    NodeReport report() {
        var sent = pushes.stream().map(Pairs::traffic).reduce(Traffic.NONE, Traffic::plus);
        return new NodeReport(sent, considered, pushed, new double[0], version);
    }
}
