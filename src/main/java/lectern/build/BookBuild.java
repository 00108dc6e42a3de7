package lectern.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lectern.convert.Conversion;
import lectern.convert.Engine;
import lectern.model.Diagnostic;
import lectern.render.BookPages;
import lectern.render.BookTree;
import lectern.render.EpubReport;
import lectern.render.EpubWriter;
import lectern.render.Finding;
import lectern.render.PageCache;
import lectern.render.PdfReport;
import lectern.render.PdfWriter;
import lectern.render.SinglePageWriter;
import lectern.render.SiteFiles;
import lectern.render.SiteReport;
import lectern.render.SiteWriter;
import lectern.render.Theme;
import lectern.runs.RunPlan;
import lectern.text.SourceFiles;
import lectern.weave.WovenNote;

/** Builds a book: scan, run what is due, draw, check, weave, convert, render. */
public final class BookBuild {
    private final BookLayout layout;
    private final Set<OutputFormat> formats;
    private final Sharing sharing;
    private final Progress progress;

    /** Prepare to build a book in some formats. */
    public BookBuild(
            BookLayout layout, Set<OutputFormat> formats, Sharing sharing, Progress progress) {
        this.layout = layout;
        this.formats = formats;
        this.sharing = sharing;
        this.progress = progress;
    }

    /** Build, or say why not; on an error nothing that was published before is touched. */
    public BuildResult build() {
        try (Engine engine = new Engine()) {
            return build(engine);
        }
    }

    /** Build with an engine that others use before and after. */
    BuildResult build(Engine engine) {
        Stamp stamp = BuildStamp.of(layout, formats);
        stamp.clear();
        Plans plans = Plans.of(layout);
        Findings findings = new Findings(BookCheck.literate(layout, plans));
        findings.add(plans.findings());
        if (findings.stop()) {
            return BuildResult.refused(findings.all());
        }
        ModuleStage modules = ModuleStage.start(layout, plans, formats);
        findings.addRuns(run(plans.plan().due()));
        plans = plans.again(layout);
        Drawings drawings = new Drawings(layout, plans, engine);
        findings.add(drawings.draw());
        findings.add(BookCheck.rules(layout, plans));
        if (findings.stop()) {
            return BuildResult.refused(findings.all());
        }
        Conversion conversion = convert(plans, drawings, engine);
        findings.addEngine(conversion.findings());
        BookStages stages =
                new BookStages(layout, plans, drawings, ModuleStage.wanted(plans, formats));
        BookTrees trees = new BookTrees(stages, conversion, drawings.formulas());
        Optional<BookTree> changed = trees.changed().filter(part -> faults(part).isEmpty());
        BookTree tree = changed.orElseGet(trees::whole);
        List<Finding> faults = changed.isPresent() ? List.of() : faults(tree);
        findings.add(RenderFindings.placed(plans.book(), faults));
        if (findings.stop()) {
            return BuildResult.refused(findings.all());
        }
        if (faults.isEmpty()) {
            trees.keep(tree);
        }
        return publish(plans, drawings, tree, modules, findings, stamp);
    }

    private List<Diagnostic> run(List<RunPlan.Item> due) {
        CellRunner runner = new CellRunner(layout, progress);
        return runner.record(sharing.runAll(runner, due, progress));
    }

    private Conversion convert(Plans plans, Drawings drawings, Engine engine) {
        List<WovenNote> woven = new BookStages(layout, plans, drawings).woven();
        return new BookConversion(layout, engine).convert(plans.book(), woven, progress);
    }

    /** What readers would stumble over, found before anything is written. */
    private List<Finding> faults(BookTree tree) {
        List<Finding> faults = new ArrayList<>(tree.findings());
        faults.addAll(tree.deadLinks());
        if (formats.contains(OutputFormat.PDF)) {
            faults.addAll(tree.missingGlyphs(Theme.of(layout.root())));
        }
        return faults;
    }

    private BuildResult publish(
            Plans plans,
            Drawings drawings,
            BookTree tree,
            ModuleStage modules,
            Findings findings,
            Stamp stamp) {
        Theme theme = Theme.of(layout.root());
        BuildCounts counts = new BuildCounts(plans);
        counts.plainFormulas(drawings.plainFormulas());
        List<Path> outputs = new ArrayList<>();
        BookPages pages =
                BookPages.of(
                        tree,
                        theme,
                        new PageCache(layout.cache().resolve("pages"), Program.name()));
        Publication publication = new Publication(layout.cache().resolve("waiting"));
        if (formats.contains(OutputFormat.HTML)) {
            progress.say("write the site");
            Path site = layout.out().resolve("site");
            SiteFiles files = publication.site(site);
            modules.files().forEach(files::write);
            SiteReport report = new SiteWriter(theme).write(pages, files);
            findings.add(RenderFindings.placed(plans.book(), report.findings()));
            counts.site(report);
            modules.count(counts);
            findings.add(modules.findings());
            modules.summary().ifPresent(progress::say);
            outputs.add(site.resolve("index.html"));
            Path single = layout.out().resolve(layout.slug(plans.book()) + ".html");
            counts.single(new SinglePageWriter(theme).write(pages, publication.file(single)));
            outputs.add(single);
        }
        if (formats.contains(OutputFormat.EPUB)) {
            progress.say("write the EPUB");
            Path epub = layout.out().resolve(layout.slug(plans.book()) + ".epub");
            EpubReport report = new EpubWriter(theme).write(pages, publication.file(epub));
            findings.add(RenderFindings.placed(plans.book(), report.findings()));
            counts.epub(report);
            outputs.add(epub);
        }
        if (formats.contains(OutputFormat.PDF)) {
            progress.say("set the PDF");
            Path pdf = layout.out().resolve(layout.slug(plans.book()) + ".pdf");
            PdfReport report =
                    new PdfWriter(theme, () -> ThemeFonts.install(layout))
                            .write(tree, publication.file(pdf));
            findings.add(RenderFindings.placed(plans.book(), report.findings()));
            counts.pdf(report);
            outputs.add(pdf);
        }
        findings.add(FormatParity.findings(plans.book().file(), counts.formats()));
        if (findings.stop()) {
            publication.discard();
            return BuildResult.refused(findings.all());
        }
        publication.publish();
        if (formats.contains(OutputFormat.HTML)) {
            counts.size(layout.out().resolve("site"));
        }
        BuildReport report = counts.report();
        Path json = layout.out().resolve("report.json");
        SourceFiles.write(json, report.json());
        outputs.add(json);
        stamp.write(report.summary(), BuildStamp.files(layout, plans, outputs));
        return new BuildResult(findings.all(), Optional.of(report));
    }
}
