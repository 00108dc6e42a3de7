import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import optimus.Cluster;
import optimus.Job;

/** No policy hands out what is not there, and every job ends. */
class OptimusSchedulerTest {
    @Property(tries = 60)
    void everyJobEndsWithinCapacity(
            @ForAll Cluster.Policy policy,
            @ForAll @IntRange(min = 1, max = 25) int count,
            @ForAll @IntRange(min = 0, max = 2000) int gap,
            @ForAll @IntRange(min = 12, max = 200) int cores,
            @ForAll @IntRange(min = 0, max = 999) int seed) {
        var jobs = OptimusScheduler.jobs(count, gap, seed);
        double peak = new Cluster(new double[] {cores, 5 * cores}, 600).run(jobs, policy);

        assertThat(peak).isPositive().isLessThanOrEqualTo(1 + 1e-9);
        assertThat(jobs).allSatisfy(job -> assertThat(job.completion()).isPositive());
    }

    @Example
    void loneJobIsNotGivenMoreThanItUses() {
        var fair = OptimusScheduler.jobs(1, 0, 5);
        var optimus = fair.stream().map(Job::fresh).toList();
        new Cluster(new double[] {208, 1040}, 600).run(fair, Cluster.Policy.FAIR);
        new Cluster(new double[] {208, 1040}, 600).run(optimus, Cluster.Policy.OPTIMUS);

        assertThat(optimus.get(0).completion()).isLessThan(fair.get(0).completion());
    }

    @Property(tries = 40)
    void moreCapacityNeverDelaysALoneJob(@ForAll @IntRange(min = 0, max = 999) int seed) {
        var small = OptimusScheduler.jobs(1, 0, seed);
        var large = small.stream().map(Job::fresh).toList();
        new Cluster(new double[] {30, 150}, 600).run(small, Cluster.Policy.OPTIMUS);
        new Cluster(new double[] {200, 1000}, 600).run(large, Cluster.Policy.OPTIMUS);

        assertThat(large.get(0).completion())
                .isLessThanOrEqualTo(small.get(0).completion() * (1 + 1e-9));
    }
}
