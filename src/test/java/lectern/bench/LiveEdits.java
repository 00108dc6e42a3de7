package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures {@code lectern serve} on copies of books, in headless Chromium: the time from the start
 * to the first page, from saving to seeing, and the memory. Run it with {@code
 * -Dbench.main=lectern.bench.LiveEdits}; {@code -Dprogit=DIR} adds Pro Git, {@code -Dlive.book} and
 * {@code -Dlive.note} take another book alone, {@code -Dlive.edits} says how often prose is edited.
 */
final class LiveEdits {
    private LiveEdits() {}

    /** Measure, and print a table with budgets. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("bench.root", "")).toAbsolutePath().normalize();
        int edits = Integer.parseInt(asked("live.edits", "30"));
        String load = Table.load();
        List<LiveFigure> figures = new ArrayList<>();
        for (LiveSubject subject : subjects(root)) {
            figures.addAll(measured(subject, root.resolve("target/bench/live"), edits));
        }
        System.out.println("// Load average: " + load + " before, " + Table.load() + " after.");
        System.out.println("[cols=\"3,5,2,1,1,1,4,1\",options=header]\n|===");
        System.out.println("|Book |What |Median |95th percentile |Most |Times |At most |Within\n");
        figures.forEach(figure -> System.out.println(figure.row()));
        System.out.println("|===");
        long over = figures.stream().filter(f -> f.verdict().equals("no")).count();
        long held = figures.stream().filter(f -> f.verdict().equals("yes")).count();
        System.out.println(
                over == 0
                        ? "All " + held + " budgets are kept."
                        : over + " of " + (held + over) + " budgets are not kept.");
    }

    private static List<LiveSubject> subjects(Path root) {
        String book = asked("live.book", "");
        if (!book.isEmpty()) {
            Path note = Path.of(asked("live.note", book)).toAbsolutePath();
            return List.of(LiveSubject.other(Path.of(book).toAbsolutePath(), note));
        }
        List<LiveSubject> subjects = new ArrayList<>(List.of(LiveSubject.ours(root)));
        if (!asked("progit", "").isEmpty()) {
            subjects.add(LiveSubject.proGit(Path.of(asked("progit", "")).toAbsolutePath()));
        }
        return subjects;
    }

    private static List<LiveFigure> measured(LiveSubject subject, Path copy, int edits)
            throws IOException, InterruptedException {
        Folders.delete(copy);
        subject.copyTo(copy);
        Path target = Files.createDirectories(copy.resolve("target"));
        System.out.println("// build " + subject.name());
        LiveServer.build(copy.resolve(subject.book().toString()), target);
        System.out.println("// edit it");
        try (LiveTab tab = new LiveTab()) {
            return new LiveSession(subject, copy, tab).run(edits);
        }
    }

    private static String asked(String property, String otherwise) {
        String value = System.getProperty(property, "");
        return value.isBlank() ? otherwise : value;
    }
}
