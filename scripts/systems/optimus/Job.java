package optimus;

/** One training job of a cluster. */
public final class Job {
    final Speed speed;
    final double arrival;
    final double steps;
    final double[] workerNeeds;
    final double[] serverNeeds;
    int workers;
    int servers;
    double left;
    double finished = -1;

    /** A job of so many steps; needs are CPU and memory of one worker and of one server. */
    public Job(Speed speed, double arrival, double steps, double[] workerNeeds, double[] serverNeeds) {
        this.speed = speed;
        this.arrival = arrival;
        this.steps = steps;
        this.workerNeeds = workerNeeds;
        this.serverNeeds = serverNeeds;
        this.left = steps;
    }

    /** The same job, not begun. */
    public Job fresh() {
        return new Job(speed, arrival, steps, workerNeeds, serverNeeds);
    }

    /** Seconds to the end with so many more workers and servers. */
    double remaining(int moreWorkers, int moreServers) {
        return left / speed.of(workers + moreWorkers, servers + moreServers);
    }

    /** When it was done, in s; -1 while it is not. */
    public double finished() {
        return finished;
    }

    /** From arrival to end, in s. */
    public double completion() {
        return finished - arrival;
    }
}
