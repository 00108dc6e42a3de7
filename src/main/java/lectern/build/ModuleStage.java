package lectern.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lectern.inpage.PageModule;
import lectern.inpage.PlotModule;
import lectern.model.Diagnostic;
import lectern.runs.RunPlan;
import lectern.text.SourceFiles;

/** Makes the modules of a book's pages in a process of their own, while the build goes on. */
final class ModuleStage {
    private final CompletableFuture<PageModules> making;

    private ModuleStage(CompletableFuture<PageModules> making) {
        this.making = making;
    }

    /** Whether pages run examples: asked for, and some cell has knobs. */
    static boolean wanted(Plans plans, Set<OutputFormat> formats) {
        return formats.containsAll(Set.of(OutputFormat.HTML, OutputFormat.MODULES))
                && !PageModules.optedIn(plans.plan().items()).isEmpty();
    }

    /** Begin, if there is anything to make. */
    static ModuleStage start(BookLayout layout, Plans plans, Set<OutputFormat> formats) {
        if (!wanted(plans, formats)) {
            return new ModuleStage(
                    CompletableFuture.completedFuture(new PageModules(Map.of(), List.of())));
        }
        List<RunPlan.Item> items = PageModules.optedIn(plans.plan().items());
        return new ModuleStage(
                CompletableFuture.supplyAsync(() -> PageModules.make(layout, items, true)));
    }

    private PageModules made() {
        try {
            return making.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** The files of the site, by their paths in it; waits for them. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        made().modules()
                .values()
                .forEach(
                        module -> {
                            if (module.gaps().isEmpty()) {
                                files.put(
                                        "modules/" + module.alias() + ".js",
                                        SourceFiles.read(module.file()));
                            }
                        });
        return files;
    }

    /**
     * What is wrong with them.
     *
     * @throws IllegalStateException when figures cannot be drawn, which no author can mend
     */
    List<Diagnostic> findings() {
        PageModule plot = made().modules().get(PlotModule.ALIAS);
        if (plot != null && (!plot.gaps().isEmpty() || plot.bytes() > PageModule.PLOT_BUDGET)) {
            throw new IllegalStateException("the drawing of figures is not fit for pages: " + plot);
        }
        return made().findings();
    }

    /** Count them and weigh them; nothing where there are none. */
    void count(BuildCounts counts) {
        if (!made().modules().isEmpty()) {
            counts.modules(examples().size(), heaviest(), drawing());
        }
    }

    private List<PageModule> examples() {
        return made().modules().values().stream()
                .filter(module -> !module.alias().equals(PlotModule.ALIAS))
                .toList();
    }

    private long heaviest() {
        return examples().stream().mapToLong(PageModule::bytes).max().orElse(0);
    }

    private long drawing() {
        return Optional.ofNullable(made().modules().get(PlotModule.ALIAS))
                .map(PageModule::bytes)
                .orElse(0L);
    }

    /** One line for a person who watches: weights, and what making them took; none without any. */
    Optional<String> summary() {
        if (made().modules().isEmpty()) {
            return Optional.empty();
        }
        List<PageModule> due =
                made().modules().values().stream().filter(m -> m.cpuMillis() > 0).toList();
        long cpu = due.stream().mapToLong(PageModule::cpuMillis).sum();
        return Optional.of(
                examples().size()
                        + " examples run in the page, the heaviest "
                        + heaviest() / 1000
                        + " KB, the drawing of figures "
                        + drawing() / 1000
                        + " KB compressed; "
                        + (due.isEmpty()
                                ? "all made before"
                                : due.size() + " made in " + (cpu + 500) / 1000 + " s of CPU"));
    }
}
