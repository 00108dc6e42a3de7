package lectern.build;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lectern.convert.Conversion;
import lectern.convert.Engine;
import lectern.convert.Survey;
import lectern.model.Book;
import lectern.model.Diagnostic;
import lectern.model.Digest;
import lectern.model.Note;
import lectern.render.BookTree;
import lectern.render.ConvertedBook;
import lectern.render.Finding;
import lectern.render.PageCache;
import lectern.render.SiteFiles;
import lectern.render.SiteReport;
import lectern.render.SiteWriter;
import lectern.render.Theme;
import lectern.runs.RunPlan;
import lectern.text.Digests;
import lectern.text.FileMemory;
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
    private final Engine engine = Engine.withPlaces();
    private final FileMemory memory = new FileMemory();
    private final Drawn drawn = new Drawn();
    private final PageCache cache = PageCache.inMemory();
    private Shown shown;
    private ShownPictures pictures = new ShownPictures(Map.of());
    // whether the tree is what the whole book would be converted to, and all its pages are written
    private boolean exact;
    private boolean written;
    private List<Diagnostic> links = List.of();
    private List<Diagnostic> told = List.of();

    /** What the site shows now, and what the engine and the pages said of the whole of it. */
    private record Shown(
            List<WovenNote> woven,
            Ingredients made,
            Survey survey,
            BookTree tree,
            List<Diagnostic> engine,
            List<Diagnostic> pages) {}

    /**
     * What came of looking at the book again.
     *
     * @param findings in order of place; with an error in a note among them the site is as it was;
     *     dead links are shown
     * @param cells that can be run, in order of the book
     * @param settled whether the whole site is up to date; if not, {@link #settle} makes it so
     * @param files of the site that have other bytes now, or are gone, relative to its folder
     */
    public record Refresh(
            List<Diagnostic> findings,
            List<RunPlan.Item> cells,
            boolean settled,
            Set<String> files) {

        /** The cells whose record is not that of their script, in order of the book. */
        public List<RunPlan.Item> stale() {
            return cells.stream().filter(item -> item.state() != RunPlan.State.FRESH).toList();
        }
    }

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

    /** Make every page right, those that an edit shows on besides its own among them. */
    public Refresh settle() {
        return update(true);
    }

    private Refresh update(boolean whole) {
        Plans plans = Plans.of(layout, memory);
        memory.tidy();
        List<RunPlan.Item> cells = plans.plan().items();
        if (!whole && halfSaved(plans.book())) {
            return new Refresh(told, cells, false, Set.of());
        }
        Findings findings = new Findings(BookCheck.literate(layout, plans));
        findings.add(plans.findings());
        if (findings.stop()) {
            return told(findings.all(), cells, true, Set.of());
        }
        Drawings drawings = new Drawings(layout, plans, engine, drawn);
        findings.add(drawings.draw());
        findings.add(BookCheck.rules(layout, plans));
        if (findings.stop()) {
            return told(findings.all(), cells, true, Set.of());
        }
        List<WovenNote> woven = new BookStages(layout, plans, drawings).woven();
        Ingredients made = made(plans.book(), woven);
        ShownPictures drawn = ShownPictures.of(layout, plans, memory);
        boolean same = shown != null && made.equals(shown.made()) && drawn.equals(pictures);
        Optional<Unit> unit =
                shown == null || same || whole
                        ? Optional.empty()
                        : edited(plans.book(), made, woven, drawn.changed(pictures));
        pictures = drawn;
        if (unit.isPresent()) {
            part(plans, drawings, woven, made, unit.get());
        } else if (!same || whole && !exact) {
            all(plans, drawings, woven, made);
        }
        findings.addEngine(shown.engine());
        findings.add(shown.pages());
        SiteFiles files = new SiteFiles(site);
        if (!findings.stop() && unit.isPresent()) {
            Set<String> ids = unit.get().chapters(plans.book());
            List<Finding> dead = writer().refresh(shown.tree(), files, ids);
            links = joined(links, RenderFindings.placed(plans.book(), dead), unit.get().notes());
            written = false;
        } else if (!findings.stop() && (whole || !same)) {
            SiteReport report = writer().write(shown.tree(), files, cache);
            links = RenderFindings.placed(plans.book(), report.findings());
            written = true;
        }
        boolean broken = findings.stop();
        findings.add(links);
        boolean settled = broken || exact && written && (whole || !same);
        return told(findings.all(), cells, settled, files.changed());
    }

    /** The files that notes include and that are no notes, as far as the book has been read. */
    public List<Path> included() {
        return shown == null
                ? List.of()
                : shown.made().files().keySet().stream().map(layout.root()::resolve).toList();
    }

    private Refresh told(
            List<Diagnostic> findings,
            List<RunPlan.Item> cells,
            boolean settled,
            Set<String> files) {
        told = findings;
        return new Refresh(findings, cells, settled, files);
    }

    /** Whether a note that had text has none: editors empty a file before they write it. */
    private boolean halfSaved(Book book) {
        if (shown == null) {
            return false;
        }
        Set<String> empty = new HashSet<>();
        book.notes().stream().filter(n -> n.lines().isEmpty()).map(Note::file).forEach(empty::add);
        return shown.woven().stream()
                .anyMatch(note -> !note.lines().isEmpty() && empty.contains(note.file()));
    }

    private SiteWriter writer() {
        return new SiteWriter(Theme.of(layout.root()));
    }

    /** The one chapter that an edit changed; none when it changed more. */
    private Optional<Unit> edited(
            Book book, Ingredients made, List<WovenNote> woven, Set<String> redrawn) {
        Optional<Set<Unit>> changed = made.changed(shown.made(), book, woven);
        // a note that is not in the book any more is more than a change
        if (changed.isEmpty() || !made.notes().keySet().containsAll(redrawn)) {
            return Optional.empty();
        }
        Set<Optional<Unit>> units = new HashSet<>();
        changed.get().forEach(unit -> units.add(Optional.of(unit)));
        redrawn.forEach(note -> units.add(Unit.of(book, note)));
        return units.size() == 1 ? units.iterator().next() : Optional.empty();
    }

    private Ingredients made(Book book, List<WovenNote> woven) {
        return shown == null
                ? Ingredients.of(layout, book, woven)
                : shown.made().again(layout, book, woven, shown.woven(), memory);
    }

    private void all(Plans plans, Drawings drawings, List<WovenNote> woven, Ingredients made) {
        Conversion conversion = engine.survey(plans.book(), woven);
        ConvertedBook converted =
                new BookStages(layout, plans, drawings)
                        .converted(conversion)
                        .with(digests(drawings).of(conversion.page()));
        BookTree tree = BookTree.of(converted, drawings.formulas());
        shown =
                new Shown(
                        woven,
                        made,
                        conversion.survey(),
                        tree,
                        conversion.findings(),
                        RenderFindings.placed(plans.book(), tree.findings()));
        exact = true;
    }

    /** Convert one chapter; what it changed elsewhere, the whole book must show. */
    private void part(
            Plans plans, Drawings drawings, List<WovenNote> woven, Ingredients made, Unit unit) {
        Set<String> notes = unit.notes();
        Survey others = shown.survey().without(notes);
        List<WovenNote> alone = unit.alone(plans.book(), woven, shown.survey());
        Conversion conversion =
                engine.survey(plans.book(), alone, others, others.of(unit.before(plans.book())));
        ConvertedBook converted = new BookStages(layout, plans, drawings).part(conversion);
        Set<String> chapters = unit.chapters(plans.book());
        int before = shown.tree().picturesBefore(chapters);
        Set<String> elsewhere = others.anchors().keySet();
        BookTree tree = BookTree.of(converted, drawings.formulas(), elsewhere, before);
        List<Diagnostic> pages = RenderFindings.placed(plans.book(), tree.findings());
        boolean taken = shown.tree().replace(chapters, tree);
        Map<String, Digest> digests = digests(drawings).of(conversion.page());
        digests.keySet().retainAll(chapters);
        digests.replaceAll((id, digest) -> Digests.of("part after " + before + digest.hex()));
        shown.tree().digest(chapters, digests);
        Survey survey = others.with(conversion.survey().of(notes));
        exact &= taken && survey.equals(shown.survey());
        shown =
                new Shown(
                        woven,
                        made,
                        survey,
                        shown.tree(),
                        joined(shown.engine(), conversion.findings(), notes),
                        joined(shown.pages(), pages, notes));
    }

    private ChapterDigests digests(Drawings drawings) {
        return new ChapterDigests(layout.notes(), drawings.folder());
    }

    /** Findings of some notes anew, of the others as they were. */
    private static List<Diagnostic> joined(
            List<Diagnostic> old, List<Diagnostic> fresh, Set<String> notes) {
        Predicate<Diagnostic> inside = d -> notes.contains(d.location().file());
        return Stream.concat(old.stream().filter(inside.negate()), fresh.stream().filter(inside))
                .toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
