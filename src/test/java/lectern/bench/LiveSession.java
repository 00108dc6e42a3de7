package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An author's session with one book: a server, a tab, and edits of every kind. */
final class LiveSession {
    private static final int WARM_UP = 5;
    private static final int FEW = 5;
    private static final int HASTY = 10;
    private static final int PAUSE_MILLIS = 500;
    private static final double PROSE_MEDIAN = 150;
    private static final double PROSE_MOST = 300;
    private static final double SECOND = 1000;
    private static final double EXAMPLE = 1200;
    private static final double RESIDENT = 450;
    private static final Pattern MAIN = Pattern.compile("(static void main\\([^)]*\\)[^{]*\\{)");
    private static final Pattern TITLE = Pattern.compile("(?m)^(=+ .*)$");

    private final LiveSubject subject;
    private final Path copy;
    private final Path target;
    private final LiveTab tab;
    private final List<LiveFigure> figures = new ArrayList<>();

    /**
     * Prepare.
     *
     * @param copy of the subject, which is edited
     * @param tab to look at it
     */
    LiveSession(LiveSubject subject, Path copy, LiveTab tab) {
        this.subject = subject;
        this.copy = copy;
        this.target = copy.resolve("target");
        this.tab = tab;
    }

    /** Measure all. */
    List<LiveFigure> run(int edits) throws IOException, InterruptedException {
        Path book = copy.resolve(subject.book().toString());
        starts(book);
        try (LiveServer server = new LiveServer(book, target)) {
            Path note = copy.resolve(subject.prose().toString());
            String text = Files.readString(note);
            Files.writeString(note, text + "\n\nLiveEdit first.\n");
            String page = server.pageWith(target.resolve("lectern/live"), "LiveEdit first.");
            tab.open(server.page(page));
            prose(note, text, edits, server);
            hasty(note, text);
            tab.open(server.page("index.html"));
            titles();
            if (subject.script().isPresent()) {
                tab.open(server.page(page));
                examples(copy.resolve(subject.script().get().toString()), server);
            }
            tab.quiet();
            figures.add(
                    new LiveFigure(
                            subject.name(),
                            "resident after all these edits",
                            "MiB",
                            List.of((double) server.residentMib()),
                            RESIDENT,
                            RESIDENT));
        }
        return figures;
    }

    private void starts(Path book) throws IOException, InterruptedException {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            try (LiveServer server = new LiveServer(book, target)) {
                all.add(server.firstPageMillis());
            }
        }
        add("start to first page, the build being current", all, SECOND, SECOND);
    }

    private void prose(Path note, String text, int edits, LiveServer server)
            throws IOException, InterruptedException {
        List<LiveTab.Seen> all = new ArrayList<>();
        double cpu = 0;
        for (int i = 0; i < WARM_UP + edits; i++) {
            if (i == WARM_UP) {
                cpu = server.cpuMillis();
            }
            String mark = "LiveEdit " + i + ".";
            tab.quiet();
            LiveTab.Seen seen = tab.save(note, text + "\n\n" + mark + "\n", mark);
            if (i >= WARM_UP) {
                all.add(seen);
            }
        }
        tab.quiet();
        double each = (server.cpuMillis() - cpu) / edits;
        List<Double> seen = all.stream().map(LiveTab.Seen::seen).toList();
        add("prose, save to visible", seen, PROSE_MEDIAN, PROSE_MOST);
        add("of it until the save is heard of", all.stream().map(LiveTab.Seen::heard).toList());
        add("then until it is written", all.stream().map(s -> s.written() - s.heard()).toList());
        add("then until it is visible", all.stream().map(s -> s.seen() - s.written()).toList());
        add("processor time of an edit, with what follows behind", List.of(each));
    }

    /** Saves that do not wait for what follows the last one. */
    private void hasty(Path note, String text) throws IOException, InterruptedException {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < HASTY; i++) {
            String mark = "LiveHaste " + i + ".";
            all.add(tab.save(note, text + "\n\n" + mark + "\n", mark).seen());
            Thread.sleep(PAUSE_MILLIS);
        }
        add("prose, saved while the rest of the last edit follows", all);
        tab.quiet();
    }

    private void titles() throws IOException, InterruptedException {
        Path note = copy.resolve(subject.titled().toString());
        String text = Files.readString(note);
        List<Double> all = new ArrayList<>();
        List<Double> old = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            String mark = "LiveTitle " + i;
            tab.quiet();
            String titled = TITLE.matcher(text).replaceFirst("$1 " + mark);
            all.add(tab.save(note, titled, mark).seen());
            // the first has none before it to look for
            old.add((double) (i == 0 ? 0 : pagesWith("LiveTitle " + (i - 1))));
        }
        add("title, save to visible on another page", all, SECOND, SECOND);
        figures.add(
                new LiveFigure(
                        subject.name(), "pages that have the old title then", "pages", old, 0, 0));
        tab.quiet();
    }

    private long pagesWith(String text) throws IOException {
        long count = 0;
        try (Stream<Path> pages = Files.list(target.resolve("lectern/live"))) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".html")).toList()) {
                count += Files.readString(page).contains(text) ? 1 : 0;
            }
        }
        return count;
    }

    private void examples(Path script, LiveServer server) throws IOException, InterruptedException {
        String text = Files.readString(script);
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            // in two pieces, so that the page shows it as output only
            String print = "System.out.println(\"LiveRun\" + \" " + i + ".\");";
            String edited =
                    MAIN.matcher(text).replaceFirst("$1 " + Matcher.quoteReplacement(print));
            tab.quiet();
            double millis = tab.save(script, edited, "LiveRun " + i + ".").seen();
            all.add(millis - server.runMillis());
        }
        add("example, save to new output, without its own run", all, EXAMPLE, EXAMPLE);
    }

    private void add(String what, List<Double> times) {
        add(what, times, LiveFigure.ANY, LiveFigure.ANY);
    }

    private void add(String what, List<Double> times, double median, double most) {
        figures.add(LiveFigure.millis(subject.name(), what, times, median, most));
    }
}
