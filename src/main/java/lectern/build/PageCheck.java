package lectern.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lectern.inpage.PageModule;
import lectern.kernel.JavaKernel;
import lectern.kernel.Job;
import lectern.model.Diagnostic;
import lectern.runs.RunPlan;

/** Holds modules against the JVM, two at a time; what is proven is not tried again. */
public final class PageCheck {
    private static final int AT_A_TIME = 2;

    private final BookLayout layout;
    private final Progress progress;
    private final PageProofs proofs;

    /** Prepare to check modules of a book. */
    private PageCheck(BookLayout layout, Progress progress) {
        this.layout = layout;
        this.progress = progress;
        this.proofs = new PageProofs(layout.cache().resolve("page-proofs"));
    }

    /**
     * What came of trying cells in the page.
     *
     * @param modules that were made, by alias
     * @param findings in order of place
     * @param tried how many cells were tried, be it that they have no module
     * @param kept how many were not, being proven as they are
     */
    public record Result(
            Map<String, PageModule> modules, List<Diagnostic> findings, int tried, int kept) {

        /** One line of counts: {@code tried 2 cells in the page, 0 differing, 21 proven before}. */
        public String summary() {
            long bad = findings.stream().map(Diagnostic::location).distinct().count();
            return "tried "
                    + tried
                    + (tried == 1 ? " cell" : " cells")
                    + " in the page, "
                    + bad
                    + " differing, "
                    + kept
                    + " proven before";
        }
    }

    /**
     * Make the modules of some cells and check them.
     *
     * @param fresh whether to try those too that are proven as they are
     */
    public static Result of(
            BookLayout layout, List<RunPlan.Item> items, boolean fresh, Progress progress) {
        PageModules made = PageModules.make(layout, items, false);
        PageCheck check = new PageCheck(layout, progress);
        List<PageTrial> able =
                items.stream()
                        .filter(item -> made.modules().containsKey(item.script().alias()))
                        .map(item -> trial(layout, item, made.modules()))
                        .filter(trial -> trial.module().gaps().isEmpty())
                        .toList();
        List<PageTrial> due =
                able.stream()
                        .filter(trial -> fresh || !check.proofs.has(trial.item(), trial.module()))
                        .toList();
        List<Diagnostic> findings = new ArrayList<>(made.findings());
        findings.addAll(check.check(due));
        return new Result(
                made.modules(),
                findings.stream().distinct().sorted().toList(),
                items.size() - (able.size() - due.size()),
                able.size() - due.size());
    }

    /** Run the modules of some cells and the cells themselves; all that differs is told. */
    private List<Diagnostic> check(List<PageTrial> trials) {
        List<Diagnostic> findings = new ArrayList<>();
        if (trials.isEmpty()) {
            return findings;
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try (JavaKernel kernel = new JavaKernel(layout.root(), layout.cache().resolve("work"))) {
            List<Job> jobs =
                    trials.stream()
                            .map(trial -> trial.job(trial.item().cell().options().args()))
                            .toList();
            kernel.compile(jobs).values().forEach(findings::addAll);
            if (Diagnostic.anyError(findings)) {
                return findings;
            }
            List<Callable<List<Diagnostic>>> tasks =
                    trials.stream()
                            .<Callable<List<Diagnostic>>>map(trial -> () -> tried(kernel, trial))
                            .toList();
            for (Future<List<Diagnostic>> found : threads.invokeAll(tasks)) {
                findings.addAll(found.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while cells were tried in the page", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a cell could not be tried in the page", e.getCause());
        } finally {
            threads.shutdownNow();
        }
        return findings;
    }

    private static PageTrial trial(
            BookLayout layout, RunPlan.Item item, Map<String, PageModule> modules) {
        return new PageTrial(layout, item, modules.get(item.script().alias()));
    }

    /** Try a cell, and remember it if nothing differs. */
    private List<Diagnostic> tried(JavaKernel kernel, PageTrial trial) {
        progress.say("try " + trial.item().cell().id() + " in the page");
        List<Diagnostic> findings = trial.findings(kernel);
        if (findings.isEmpty()) {
            proofs.keep(trial.item(), trial.module());
        }
        return findings;
    }
}
