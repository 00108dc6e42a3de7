package lectern.build;

import java.nio.file.Path;
import lectern.kernel.Execution;
import lectern.runs.RunPlan;
import lectern.text.SourceFiles;

/** Keeps all that failed runs said, for whoever wants more of it than one line. */
final class FailedRuns {
    private FailedRuns() {}

    /** Write what a run said to {@code failed/<cell>.txt}. */
    static void keep(Path cache, RunPlan.Item item, Execution execution) {
        SourceFiles.write(
                cache.resolve("failed").resolve(item.cell().id() + ".txt"),
                "== standard output\n"
                        + execution.stdout().marked()
                        + "== standard error\n"
                        + execution.stderr().marked());
    }
}
