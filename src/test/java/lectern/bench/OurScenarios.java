package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands of Lectern that have budgets. */
final class OurScenarios {
    static final String PROGIT = "Pro Git 2, HTML, cold";
    static final String PROGIT_MANY = "Pro Git 2 sixteen times, HTML, cold";
    static final int COPIES = 16;

    private final Settings settings;
    private final List<Scenario> scenarios = new ArrayList<>();

    private OurScenarios(Settings settings) {
        this.settings = settings;
    }

    /** Lay out the books and list what to measure; order matters, a row may need the one before. */
    static List<Scenario> of(Settings settings) throws IOException {
        OurScenarios ours = new OurScenarios(settings);
        if (Files.isRegularFile(settings.root().resolve("notes/book.adoc"))) {
            ours.realBook();
        }
        ours.generatedBook();
        ours.cells();
        if (settings.progit().isPresent()) {
            ours.proGit(settings.progit().get());
        }
        return ours.scenarios;
    }

    private void realBook() throws IOException {
        Path root = settings.bench().resolve("real");
        // all that the notes include
        for (String part :
                List.of("notes", "scripts", "docs-theme", "seeds", "src/test/resources/markdown")) {
            if (Files.isDirectory(settings.root().resolve(part))) {
                Folders.copy(settings.root().resolve(part), root.resolve(part));
            }
        }
        Path edited = root.resolve("notes/hardware/02-latency-numbers.adoc");
        String text = Files.readString(edited);
        Path main = root.resolve("notes/book.adoc");
        Path target = root.resolve("target");
        String formats = "html,epub,pdf";
        add("This book, cold", Budget.NONE, round -> Folders.delete(target), main, target, formats);
        add(
                "This book, cold, and its examples for the page",
                Budget.NONE,
                round -> Folders.delete(target),
                main,
                target,
                "all");
        add(
                "This book, one paragraph changed",
                Budget.cpu(4),
                round -> Files.writeString(edited, text + "\nEdit number " + round + ".\n"),
                main,
                target,
                "all");
        add("This book, nothing changed", Budget.wall(0.3), round -> {}, main, target, "all");
        Budget verifying = Budget.wall(120);
        verb(
                "This book, verify, all anew",
                verifying,
                round -> Folders.delete(target),
                "verify",
                main,
                target);
        verb("This book, verify", verifying, round -> {}, "verify", main, target);
        plan("This book, plan", main, target, "bowl");
    }

    private void generatedBook() throws IOException {
        Path folder = settings.bench().resolve("generated");
        Path main = BookGenerator.write(folder);
        Path target = folder.resolve("target");
        Budget budget = Budget.cpu(14).memory(700);
        add("Generated book, cold", budget, round -> Folders.delete(target), main, target, "all");
        add(
                "Generated book, drawings kept",
                Budget.NONE,
                round -> Folders.delete(target.resolve("book")),
                main,
                target,
                "all");
        Path edited = folder.resolve("chapter-07.adoc");
        String text = Files.readString(edited);
        add(
                "Generated book, one paragraph changed",
                Budget.cpu(4),
                round -> Files.writeString(edited, text + "\nEdit number " + round + ".\n"),
                main,
                target,
                "all");
        add("Generated book, nothing changed", Budget.wall(0.3), round -> {}, main, target, "all");
    }

    /** Of the overhead of a run 0.25 s of processor time are allowed; see the rows' budgets. */
    private void cells() throws IOException {
        Path folder = settings.bench().resolve("cells");
        Path main = FortyCells.write(folder);
        Path target = folder.resolve("target");
        Scenario.Preparation fresh =
                round -> {
                    Folders.delete(folder.resolve("notes/runs"));
                    Folders.delete(target);
                };
        Budget running = new Budget(6, 0.25 * FortyCells.CELLS, Double.POSITIVE_INFINITY);
        verb("40 cells, run, cold", running, fresh, "run", main, target);
        plan("40 cells, plan", main, target, "cell01");
        verb("40 cells, verify", running, round -> {}, "verify", main, target);
    }

    /** What a plan takes, of which 0.4 s are allowed, and before it the start of the JVM, 0.1 s. */
    private void plan(String name, Path main, Path target, String cell) {
        List<String> command = command("explain", main, target);
        command.add(cell);
        Path report = target.resolve("book").resolve("report.json");
        scenarios.add(
                new Scenario(
                        name, Budget.wall(0.5), round -> {}, command, settings.bench(), report));
    }

    private void verb(
            String name,
            Budget budget,
            Scenario.Preparation preparation,
            String verb,
            Path main,
            Path target) {
        Path report = target.resolve("book").resolve("report.json");
        scenarios.add(
                new Scenario(
                        name,
                        budget,
                        preparation,
                        command(verb, main, target),
                        settings.bench(),
                        report));
    }

    private void proGit(Path checkout) throws IOException {
        Path main = checkout.resolve("progit.asc");
        Path html = settings.bench().resolve("progit-html");
        add(PROGIT, Budget.cpu(8), round -> Folders.delete(html), main, html, "html");
        Path pdf = settings.bench().resolve("progit-pdf");
        Budget print = Budget.cpu(25).memory(1000);
        add("Pro Git 2, PDF, cold", print, round -> Folders.delete(pdf), main, pdf, "pdf");
        Path epub = settings.bench().resolve("progit-epub");
        add(
                "Pro Git 2, EPUB, cold",
                Budget.NONE,
                round -> Folders.delete(epub),
                main,
                epub,
                "epub");
        Path folder = settings.bench().resolve("progit-many");
        Path many = ManyCopies.write(checkout, COPIES, folder);
        Path target = folder.resolve("target");
        Budget budget = Budget.NONE.memory(1000);
        add(PROGIT_MANY, budget, round -> Folders.delete(target), many, target, "html");
    }

    private void add(
            String name,
            Budget budget,
            Scenario.Preparation preparation,
            Path main,
            Path target,
            String format) {
        List<String> command = command("build", main, target);
        if (!format.equals("all")) {
            command.addAll(List.of("--format", format));
        }
        Path report = target.resolve("book").resolve("report.json");
        scenarios.add(new Scenario(name, budget, preparation, command, settings.bench(), report));
    }

    private List<String> command(String verb, Path main, Path target) {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        settings.jar().toString(),
                        verb,
                        "--book",
                        main.toString(),
                        "--target",
                        target.toString()));
    }
}
