package lectern.build;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.inpage.Gap;
import lectern.inpage.ModuleSource;
import lectern.inpage.ModuleWorks;
import lectern.inpage.PageModule;
import lectern.inpage.PageTools;
import lectern.inpage.PlotModule;
import lectern.kernel.ScriptCompiler;
import lectern.model.Cell;
import lectern.model.Diagnostic;
import lectern.model.Rule;
import lectern.runs.RunPlan;
import lectern.script.Dependencies;
import lectern.script.Resolved;
import lectern.script.Script;
import lectern.script.UnresolvedDependency;
import lectern.text.SourceFiles;

/**
 * The modules of the examples that run in the page.
 *
 * @param modules by the alias of the example
 * @param findings of making them, at the cells that asked for them
 */
public record PageModules(Map<String, PageModule> modules, List<Diagnostic> findings) {
    private static final int THREADS = 2;

    /** Parts of a cell's inputs that classes do not depend on. */
    private static final Set<String> OF_A_RUN =
            Set.of("arguments", "expected end", "measured", "standard input", "kernel");

    /** Copy both. */
    public PageModules {
        modules = new LinkedHashMap<>(modules);
        findings = List.copyOf(findings);
    }

    /** The cells that say what a reader may change. */
    public static List<RunPlan.Item> optedIn(List<RunPlan.Item> items) {
        return items.stream().filter(item -> !item.cell().options().knobs().isEmpty()).toList();
    }

    /**
     * Make what is due of the modules of some cells.
     *
     * @param drawing whether the module that draws figures is wanted too
     */
    public static PageModules make(BookLayout layout, List<RunPlan.Item> items, boolean drawing) {
        Map<String, RunPlan.Item> first = new LinkedHashMap<>();
        items.forEach(item -> first.putIfAbsent(item.script().alias(), item));
        Dependencies libraries = ScriptLibraries.of(layout);
        Path folder = layout.cache().resolve("modules");
        ModuleWorks works = new ModuleWorks(folder, new PageTools(libraries));
        Map<Script, ModuleSource> sources = new LinkedHashMap<>();
        List<ScriptCompiler.Unit> units = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (RunPlan.Item item : first.values()) {
            Script script = item.script();
            Path classes = folder.resolve("classes").resolve(script.alias());
            List<Path> dependencies =
                    libraries.resolve(script).stream().map(Resolved::file).toList();
            List<Path> path = new ArrayList<>(List.of(classes));
            path.addAll(dependencies);
            ModuleSource source = new ModuleSource(script.alias(), script.name(), path, key(item));
            sources.put(script, source);
            if (!works.has(source)) {
                units.add(new ScriptCompiler.Unit(script, dependencies, classes));
            }
        }
        if (!units.isEmpty()) {
            new ScriptCompiler(layout.root())
                    .compile(units)
                    .forEach(
                            (script, errors) -> {
                                findings.addAll(errors);
                                if (!errors.isEmpty()) {
                                    sources.remove(script);
                                }
                            });
        }
        try {
            List<ModuleSource> wanted = new ArrayList<>();
            if (drawing) {
                // the longest first
                wanted.add(PlotModule.source());
            }
            wanted.addAll(sources.values());
            Map<String, PageModule> modules = works.make(wanted, THREADS);
            items.stream()
                    .filter(item -> modules.containsKey(item.script().alias()))
                    .forEach(item -> faults(layout, item, modules, findings));
            return new PageModules(modules, findings);
        } catch (UnresolvedDependency e) {
            findings.add(
                    Diagnostic.error(
                            Rule.NOT_IN_PAGE,
                            items.get(0).cell().location(),
                            "no module can be made: " + e.getMessage(),
                            e.hint()));
            return new PageModules(Map.of(), findings);
        }
    }

    private static String key(RunPlan.Item item) {
        return item.inputs().parts().entrySet().stream()
                .filter(part -> !OF_A_RUN.contains(part.getKey()))
                .filter(part -> !part.getKey().startsWith("data "))
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static void faults(
            BookLayout layout,
            RunPlan.Item item,
            Map<String, PageModule> modules,
            List<Diagnostic> findings) {
        PageModule module = modules.get(item.script().alias());
        Cell cell = item.cell();
        module.gaps().stream()
                .map(gap -> missing(layout, cell, item.script(), gap))
                .distinct()
                .forEach(findings::add);
        if (module.bytes() > PageModule.BUDGET) {
            findings.add(
                    Diagnostic.error(
                            Rule.OVER_BUDGET,
                            cell.location(),
                            "the module of '"
                                    + module.alias()
                                    + "' weighs "
                                    + module.bytes()
                                    + " bytes compressed, more than "
                                    + PageModule.BUDGET,
                            "let the example use less of the Java library"));
        }
    }

    private static Diagnostic missing(BookLayout layout, Cell cell, Script script, Gap gap) {
        String place = gap.line() > 0 ? " at " + place(layout, script, gap) : "";
        return Diagnostic.error(
                Rule.NOT_IN_PAGE,
                cell.location(),
                "cell '"
                        + cell.id()
                        + "' cannot run in the page: "
                        + gap.missing()
                        + (gap.method().isEmpty() ? "" : ", which " + gap.method() + " asks for")
                        + place
                        + " (TeaVM "
                        + PageTools.TEAVM
                        + ")",
                "do without it, or leave 'knobs' out of the cell");
    }

    /** The file of a gap as the book names it. */
    private static String place(BookLayout layout, Script script, Gap gap) {
        String name = gap.file().replace('/', File.separatorChar);
        return script.sources().stream()
                        .filter(source -> source.endsWith(name))
                        .map(source -> SourceFiles.relative(layout.root(), source))
                        .findFirst()
                        .orElse(gap.file())
                + ":"
                + gap.line();
    }
}
