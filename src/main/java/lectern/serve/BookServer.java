package lectern.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import lectern.build.BookLayout;
import lectern.build.CellRunner;
import lectern.build.LiveBook;
import lectern.build.TrialRun;
import lectern.model.CellOptions;
import lectern.model.Diagnostic;
import lectern.runs.RunPlan;
import lectern.text.CommandWords;

/**
 * Serves a book and keeps it up to date while its files are edited. The pages of the last build are
 * there at once; those that follow lie in a folder of their own, so that an end at any moment
 * leaves the build as it was.
 */
public final class BookServer implements AutoCloseable {
    private final BookLayout layout;
    private final ServeSettings settings;
    private final Listener listener;
    private final Path folder;
    private final Audience audience = new Audience();
    private final AtomicLong version = new AtomicLong(1);
    private final LiveBook book;
    private final Rebuilds rebuilds;
    private final StaleCells cells;
    private final BookWatch watch;
    private final RunDoor runs;
    private final WebFront front;
    // two runs of one cell must not be recorded at the same time
    private final Object recording = new Object();
    private volatile Map<String, RunPlan.Item> runnable = Map.of();
    private volatile SiteFolder site;
    private boolean shown;
    private volatile List<Diagnostic> findings = List.of();
    private List<String> printed = List.of();

    /** Start to serve; the address is known when this returns, the book is read after it. */
    public BookServer(BookLayout layout, ServeSettings settings, Listener listener) {
        this.layout = layout;
        this.settings = settings;
        this.listener = listener;
        this.folder = layout.cache().resolve("live");
        Path built = layout.out().resolve("site");
        this.site = new SiteFolder(Files.isDirectory(built) ? built : folder);
        this.book = new LiveBook(layout, folder);
        this.rebuilds = new Rebuilds(this::quick, this::whole, listener::fault);
        this.cells = new StaleCells(this::record, this::cellsChanged);
        this.runs =
                new RunDoor(
                        new Trials(this::tried, this::accepted),
                        cell -> Optional.ofNullable(runnable.get(cell)));
        String editor = new EditorLink(layout.root(), settings.editor()).toAnyFile();
        this.front = new WebFront(settings, editor, () -> site, version::get, audience, runs);
        this.watch = new BookWatch(layout, rebuilds::saved);
        audience.tell("version", JsonText.of(Map.of("version", version.get())));
        audience.tell("state", JsonText.of("building"));
        watch.start();
        rebuilds.start();
        rebuilds.saved();
    }

    /** The address of the book, with its token. */
    public String url() {
        return front.url();
    }

    private boolean quick() {
        return !show(book.refresh());
    }

    private void whole() {
        show(book.settle());
    }

    /** Show what came of a step; return whether all is done. */
    private boolean show(LiveBook.Refresh refresh) {
        boolean first = !shown && !Diagnostic.anyError(refresh.findings());
        if (first || !refresh.files().isEmpty()) {
            shown = true;
            site = new SiteFolder(folder);
            long now = version.incrementAndGet();
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("version", now);
            told.put("files", refresh.files());
            told.put("all", first);
            // for those who measure
            told.put("heard", rebuilds.heardMillis());
            told.put("told", System.currentTimeMillis());
            audience.mention("pages", JsonText.of(told));
            audience.tell("version", JsonText.of(Map.of("version", now)));
            listener.changed();
        }
        watch.also(book.included());
        examples(refresh.cells());
        findings = refresh.findings();
        cells.want(Diagnostic.anyError(findings) ? unrecorded(refresh.stale()) : refresh.stale());
        audience.tell("state", JsonText.of(refresh.settled() ? "current" : "building"));
        cellsChanged();
        return refresh.settled();
    }

    /** Tell pages of this machine which examples they can run, with their arguments. */
    private void examples(List<RunPlan.Item> items) {
        Map<String, RunPlan.Item> named = new LinkedHashMap<>();
        items.forEach(item -> named.put(item.cell().id().value(), item));
        runnable = named;
        if (Gate.loopback(settings.host())) {
            Map<String, Object> told = new LinkedHashMap<>();
            named.forEach(
                    (id, item) -> {
                        CellOptions options = item.cell().options();
                        told.put(
                                id,
                                Map.of(
                                        "args", CommandWords.join(options.args()),
                                        "hint", KnobHints.of(options.knobs())));
                    });
            audience.tell("examples", JsonText.of(told));
        }
    }

    private TrialRun.Ended tried(Trial trial) {
        try {
            return new TrialRun(layout).run(trial.item(), trial.args(), trial);
        } catch (RuntimeException e) {
            listener.fault(e);
            throw e;
        }
    }

    private Optional<String> accepted(TrialRun.Ended trial) {
        Optional<String> refused;
        synchronized (recording) {
            refused = new TrialRun(layout).accept(trial);
        }
        if (refused.isEmpty()) {
            listener.say("accepted " + trial.item().cell().id());
            rebuilds.saved();
        }
        return refused;
    }

    /** With mistakes in the notes only what never ran is run: it may be what is missing. */
    private static List<RunPlan.Item> unrecorded(List<RunPlan.Item> stale) {
        return stale.stream().filter(item -> item.recorded().isEmpty()).toList();
    }

    private List<Diagnostic> record(RunPlan.Item item) {
        CellRunner runner = new CellRunner(layout, listener);
        try {
            List<CellRunner.Result> results = runner.runAll(List.of(item));
            List<Diagnostic> said;
            synchronized (recording) {
                said = runner.record(results);
            }
            if (!Diagnostic.anyError(said)) {
                rebuilds.saved();
            }
            return said;
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                listener.fault(e);
            }
            throw e;
        }
    }

    private synchronized void cellsChanged() {
        Map<String, Object> states = new LinkedHashMap<>();
        cells.states()
                .forEach((cell, state) -> states.put(cell, state.name().toLowerCase(Locale.ROOT)));
        audience.tell("cells", JsonText.of(states));
        List<Diagnostic> all = new ArrayList<>(findings);
        all.addAll(cells.findings());
        List<Mistake> mistakes =
                all.stream()
                        .distinct()
                        .sorted()
                        .map(found -> Mistake.of(layout.root(), settings.editor(), found))
                        .toList();
        audience.tell("mistakes", JsonText.of(mistakes.stream().map(Mistake::told).toList()));
        List<String> lines = mistakes.stream().map(Mistake::printed).toList();
        if (!lines.equals(printed)) {
            printed = lines;
            listener.mistakes(lines);
        }
    }

    /** Stop serving; what runs is killed. */
    @Override
    public void close() {
        audience.end();
        watch.close();
        cells.close();
        runs.close();
        rebuilds.close();
        front.close();
        try {
            rebuilds.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        book.close();
    }
}
