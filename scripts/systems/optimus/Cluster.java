package optimus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A cluster with so much of each resource that hands out workers and servers anew at every interval. */
public final class Cluster {
    /** Who gets the next container. */
    public enum Policy {
        /** The job whose end comes most closer for the share that it costs. */
        OPTIMUS,
        /** The job with the smallest dominant share, a worker and a server at a time. */
        FAIR,
        /** The job that would end first, a worker and a server at a time, while it gains. */
        SHORTEST
    }

    private final double[] capacity;
    private final double interval;
    private final double[] used;

    /** A cluster; {@code interval} in s. */
    public Cluster(double[] capacity, double interval) {
        this.capacity = capacity.clone();
        this.interval = interval;
        this.used = new double[capacity.length];
    }

    /** Run all jobs to their ends; returns the largest share of a resource that was ever used. */
    public double run(List<Job> jobs, Policy policy) {
        double peak = 0;
        double now = 0;
        while (jobs.stream().anyMatch(job -> job.finished < 0)) {
            double time = now;
            var active = jobs.stream().filter(job -> job.finished < 0 && job.arrival <= time).toList();
            allocate(active, policy);
            for (int r = 0; r < used.length; r++) {
                peak = Math.max(peak, used[r] / capacity[r]);
            }
            for (var job : active) {
                double speed = job.workers == 0 ? 0 : job.speed.of(job.workers, job.servers);
                if (speed * interval >= job.left) {
                    job.finished = now + job.left / speed;
                    job.left = 0;
                } else {
                    job.left -= speed * interval;
                }
            }
            now += interval;
        }
        return peak;
    }

    private void allocate(List<Job> jobs, Policy policy) {
        Arrays.fill(used, 0);
        jobs.forEach(job -> job.workers = job.servers = 0);
        var inOrder = new ArrayList<>(jobs);
        inOrder.sort(Comparator.comparingDouble(job -> job.arrival));
        for (var job : inOrder) { // everybody may work
            if (fits(job, 1, 1)) {
                give(job, 1, 1);
            }
        }
        var running = inOrder.stream().filter(job -> job.workers > 0).toList();
        switch (policy) {
            case OPTIMUS -> marginal(running);
            case FAIR -> pairs(running, job -> -share(job), false);
            default -> pairs(running, job -> -job.left / job.speed.of(1, 1), true);
        }
    }

    // tag::marginal[]
    /** One worker or server at a time, to whoever gains most for what it costs. */
    private void marginal(List<Job> jobs) {
        while (true) {
            Job best = null;
            double most = 0; // <1>
            boolean worker = true;
            for (var job : jobs) {
                double now = job.remaining(0, 0);
                double byWorker = (now - job.remaining(1, 0)) / dominant(job.workerNeeds);
                double byServer = (now - job.remaining(0, 1)) / dominant(job.serverNeeds);
                if (byWorker > most && fits(job, 1, 0)) {
                    most = byWorker;
                    best = job;
                    worker = true;
                }
                if (byServer > most && fits(job, 0, 1)) {
                    most = byServer;
                    best = job;
                    worker = false;
                }
            }
            if (best == null) {
                return;
            }
            give(best, worker ? 1 : 0, worker ? 0 : 1);
        }
    }
    // end::marginal[]

    /** Hand out a worker and a server at a time, to whom the order puts first, perhaps only while it gains. */
    private void pairs(List<Job> jobs, ToDoubleFunction<Job> order, boolean gaining) {
        while (true) {
            Job best = null;
            for (var job : jobs) {
                boolean gains = !gaining || job.remaining(1, 1) < job.remaining(0, 0);
                if (gains && fits(job, 1, 1)
                        && (best == null || order.applyAsDouble(job) > order.applyAsDouble(best))) {
                    best = job;
                }
            }
            if (best == null) {
                return;
            }
            give(best, 1, 1);
        }
    }

    private boolean fits(Job job, int workers, int servers) {
        for (int r = 0; r < used.length; r++) {
            double need = workers * job.workerNeeds[r] + servers * job.serverNeeds[r];
            if (used[r] + need > capacity[r] * (1 + 1e-12)) {
                return false;
            }
        }
        return true;
    }

    private void give(Job job, int workers, int servers) {
        job.workers += workers;
        job.servers += servers;
        for (int r = 0; r < used.length; r++) {
            used[r] += workers * job.workerNeeds[r] + servers * job.serverNeeds[r];
        }
    }

    private double share(Job job) {
        double share = 0;
        for (int r = 0; r < used.length; r++) {
            share = Math.max(share, (job.workers * job.workerNeeds[r] + job.servers * job.serverNeeds[r]) / capacity[r]);
        }
        return share;
    }

    private double dominant(double[] needs) {
        double share = 0;
        for (int r = 0; r < needs.length; r++) {
            share = Math.max(share, needs[r] / capacity[r]);
        }
        return share;
    }
}
