package lectern.build;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import lectern.check.BookRules;
import lectern.check.Evidence;
import lectern.model.Diagnostic;
import lectern.model.Note;
import lectern.model.Rule;
import lectern.runs.RunPlan;

/**
 * What a check of the book found; nothing is run, drawn or rendered for it.
 *
 * @param plans the book and the state of its runs
 * @param findings in order of place
 */
public record BookCheck(Plans plans, List<Diagnostic> findings) {

    /** Check a book; a run that does not match its script is an error here. */
    public static BookCheck of(BookLayout layout) {
        Plans plans = Plans.of(layout);
        List<Diagnostic> findings = new ArrayList<>(plans.findings());
        plans.plan().due().forEach(item -> findings.add(stale(item)));
        findings.addAll(rules(layout, plans));
        return new BookCheck(plans, findings.stream().distinct().sorted().toList());
    }

    /** Apply the rules to a book with the runs that it has. */
    static List<Diagnostic> rules(BookLayout layout, Plans plans) {
        return BookRules.apply(
                new Evidence(
                        plans.book(),
                        plans.plan().runs(),
                        file -> Files.exists(layout.root().resolve(file)),
                        literate(layout, plans)));
    }

    /** Whether the book promises runnable examples, by its layout or by having some. */
    static boolean literate(BookLayout layout, Plans plans) {
        return layout.conventional() || !plans.book().cells().isEmpty();
    }

    private static Diagnostic stale(RunPlan.Item item) {
        boolean missing = item.state() == RunPlan.State.MISSING;
        return Diagnostic.error(
                Rule.STALE_RUN,
                item.cell().location(),
                "cell '"
                        + item.cell().id()
                        + "' "
                        + (missing ? "has never been run" : "has changed since its run"),
                "run 'lectern run " + item.cell().id() + "' and commit what it records");
    }

    /** One line that says how much was checked. */
    public String summary() {
        return "checked "
                + plans.book().notes().size()
                + " notes, "
                + plans.book().cells().size()
                + " cells, "
                + plans.book().all(Note::xrefs).size()
                + " references, "
                + plans.book().all(Note::values).size()
                + " values";
    }
}
