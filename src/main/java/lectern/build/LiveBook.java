package lectern.build;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.convert.Conversion;
import lectern.convert.Engine;
import lectern.convert.Survey;
import lectern.model.Diagnostic;
import lectern.render.BookTree;
import lectern.render.ConvertedBook;
import lectern.render.SiteReport;
import lectern.render.SiteWriter;
import lectern.render.Theme;
import lectern.runs.RunPlan;
import lectern.weave.Weaver;
import lectern.weave.WovenNote;

/**
 * A book that stays in memory between edits: an edited chapter is converted alone and takes its
 * place among the others; the whole book only when an edit shows elsewhere. Not for several
 * threads.
 *
 * <p>Stale cells are shown with the record that they have; whoever owns the book runs them.
 */
public final class LiveBook implements AutoCloseable {
    private final BookLayout layout;
    private final Path site;
    private final Engine engine = new Engine();
    private Shown shown;

    /** What the site shows now. */
    private record Shown(List<WovenNote> woven, Survey survey, BookTree tree) {}

    /**
     * What came of looking at the book again.
     *
     * @param findings in order of place; with an error among them the site is as it was
     * @param stale cells whose record is not that of their script, in order of the book
     * @param settled whether the whole site is up to date; if not, {@link #settle} makes it so
     */
    public record Refresh(List<Diagnostic> findings, List<RunPlan.Item> stale, boolean settled) {}

    /**
     * Prepare to serve a book; nothing is read yet.
     *
     * @param site folder that takes the pages
     */
    public LiveBook(BookLayout layout, Path site) {
        this.layout = layout;
        this.site = site;
    }

    /** Read the book again after an edit and bring the site up to date as far as that is quick. */
    public Refresh refresh() {
        return update(false);
    }

    /** Convert the whole book and write every page of it. */
    public Refresh settle() {
        return update(true);
    }

    private Refresh update(boolean whole) {
        Plans plans = Plans.of(layout);
        List<RunPlan.Item> stale = plans.plan().due();
        Findings findings = new Findings(BookCheck.literate(layout, plans));
        findings.add(plans.findings());
        if (findings.stop()) {
            return new Refresh(findings.all(), stale, true);
        }
        Drawings drawings = new Drawings(layout, plans, engine);
        findings.add(drawings.draw());
        findings.add(BookCheck.rules(layout, plans));
        if (findings.stop()) {
            return new Refresh(findings.all(), stale, true);
        }
        List<WovenNote> woven = weave(plans, drawings);
        boolean settled = true;
        if (whole || shown == null) {
            all(plans, drawings, woven, findings);
        } else {
            Optional<Unit> unit = edited(plans, woven);
            if (unit.isPresent()) {
                settled = part(plans, drawings, woven, unit.get(), findings);
            } else if (!woven.equals(shown.woven())) {
                all(plans, drawings, woven, findings);
            }
        }
        if (!findings.stop()) {
            write(plans, findings);
        }
        return new Refresh(findings.all(), stale, settled);
    }

    private static List<WovenNote> weave(Plans plans, Drawings drawings) {
        Weaver weaver =
                new Weaver(
                        plans.book(),
                        plans.plan().runs(),
                        drawings::target,
                        drawings::altText,
                        drawings::sources);
        return plans.book().notes().stream().map(weaver::weave).toList();
    }

    /** The one chapter that an edit changed; none when it changed more or nothing. */
    private Optional<Unit> edited(Plans plans, List<WovenNote> woven) {
        Map<String, WovenNote> before =
                shown.woven().stream()
                        .collect(Collectors.toMap(WovenNote::file, Function.identity()));
        Set<Optional<Unit>> units = new HashSet<>();
        for (WovenNote note : woven) {
            if (!note.equals(before.remove(note.file()))) {
                units.add(Unit.of(plans.book(), note.file()));
            }
        }
        return before.isEmpty() && units.size() == 1 ? units.iterator().next() : Optional.empty();
    }

    private void all(Plans plans, Drawings drawings, List<WovenNote> woven, Findings findings) {
        Conversion conversion = engine.survey(plans.book(), woven, Survey.NOTHING);
        findings.addEngine(conversion.findings());
        shown = new Shown(woven, conversion.survey(), tree(plans, drawings, conversion));
        findings.add(RenderFindings.placed(plans.book(), shown.tree().findings()));
    }

    /** Convert one chapter; false when the whole book must follow. */
    private boolean part(
            Plans plans, Drawings drawings, List<WovenNote> woven, Unit unit, Findings findings) {
        List<WovenNote> alone = unit.alone(plans.book(), woven, shown.survey());
        Conversion conversion = engine.survey(plans.book(), alone, shown.survey());
        findings.addEngine(conversion.findings());
        BookTree tree = tree(plans, drawings, conversion);
        findings.add(RenderFindings.placed(plans.book(), tree.findings()));
        boolean taken = shown.tree().replace(unit.chapters(plans.book()), tree);
        Survey survey = shown.survey().with(conversion.survey());
        boolean settled = taken && survey.equals(shown.survey());
        shown = new Shown(woven, survey, shown.tree());
        return settled;
    }

    private BookTree tree(Plans plans, Drawings drawings, Conversion conversion) {
        ConvertedBook book =
                new ConvertedBook(
                        conversion.html(),
                        CellCards.of(layout, plans),
                        layout.notes(),
                        drawings.folder(),
                        PageSources.of(layout, plans));
        return BookTree.of(book, drawings.formulas());
    }

    private void write(Plans plans, Findings findings) {
        SiteReport report = new SiteWriter(Theme.of(layout.root())).write(shown.tree(), site);
        findings.add(RenderFindings.placed(plans.book(), report.findings()));
    }

    @Override
    public void close() {
        engine.close();
    }
}
