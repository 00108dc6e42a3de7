package parameterserver;

import java.util.ArrayList;
import java.util.List;
import wire.Wire;

/** A server: owns a range of weights, adds what workers push, updates, and answers. */
final class Server implements Runnable {
    private final Config config;
    private final KeyRange range;
    private final List<Wire> workers;
    private final Weights weights;
    private final RangeClock clock;
    private Traffic sent = Traffic.NONE;

    Server(Config config, int server, List<Wire> workers) {
        this.config = config;
        this.range = config.range(server);
        this.workers = workers;
        this.weights = new Weights(range.size(), config.lambda(), config.eta());
        this.clock = new RangeClock(config.workers(), range);
    }

    // tag::serve[]
    /** All workers' pushes in their order, then one update, then the answers. */
    @Override
    public void run() {
        var pushes = new ArrayList<Pairs>();
        var answers = new ArrayList<Pairs>();
        var wanted = new ArrayList<int[]>();
        var buffer = new double[config.features()];
        for (var worker : workers) { // <1>
            pushes.add(new Pairs(config.caching()));
            answers.add(new Pairs(config.caching()));
            wanted.add(new Pairs(false).read(worker.take(), buffer));
            for (int key : wanted.get(wanted.size() - 1)) {
                weights.bend(key - range.first(), buffer[key]);
            }
        }
        for (int t = 1; t <= config.iterations(); t++) {
            var gradient = new double[range.size()];
            for (int i = 0; i < workers.size(); i++) {
                for (int key : pushes.get(i).read(workers.get(i).take(), buffer)) {
                    gradient[key - range.first()] += buffer[key];
                }
                clock.set(i, range, t);
            }
            weights.step(gradient); // <2>
            for (int key = range.first(); key < range.end(); key++) {
                buffer[key] = weights.values()[key - range.first()];
            }
            for (int i = 0; i < workers.size(); i++) {
                workers.get(i).put(answers.get(i).write(wanted.get(i), buffer));
            }
        }
        sent = answers.stream().map(Pairs::traffic).reduce(Traffic.NONE, Traffic::plus);
    }
    // end::serve[]

    NodeReport report() {
        return new NodeReport(sent, 0, 0, weights.values(), clock.oldest(range));
    }
}
