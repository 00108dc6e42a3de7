package parameterserver;

import java.util.Arrays;
import java.util.List;

/**
 * What a run of the cluster left.
 *
 * @param sent bytes that all nodes sent
 * @param filtered share of the gradients that were not pushed
 * @param objective what the weights reach
 * @param nonzero weights that are not zero
 * @param difference largest difference between a weight and the same weight after {@link Serial#train}
 * @param version iterations that all workers have contributed to, on every server
 */
public record Outcome(Traffic sent, double filtered, double objective, long nonzero, double difference, int version) {
    /** Judge the reports of a run. */
    public static Outcome of(Config config, List<NodeReport> reports) {
        var sent = reports.stream().map(NodeReport::sent).reduce(Traffic.NONE, Traffic::plus);
        double considered = reports.stream().mapToLong(NodeReport::considered).sum();
        double pushed = reports.stream().mapToLong(NodeReport::pushed).sum();
        var w = reports.stream().flatMapToDouble(report -> Arrays.stream(report.weights())).toArray();
        var serial = Serial.train(config);
        double worst = w.length == serial.length ? 0 : Double.MAX_VALUE;
        for (int k = 0; k < w.length && k < serial.length; k++) {
            worst = Math.max(worst, Math.abs(w[k] - serial[k]));
        }
        double objective = Shard.objective(Shard.all(config), w, config.lambda());
        int version = reports.stream().mapToInt(NodeReport::version).min().orElse(0);
        return new Outcome(sent, 1 - pushed / considered, objective, Arrays.stream(w).filter(x -> x != 0).count(),
                worst, version);
    }
}
