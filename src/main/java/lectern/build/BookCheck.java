package lectern.build;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lectern.check.BookRules;
import lectern.check.Evidence;
import lectern.model.Diagnostic;
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
        Findings findings = new Findings(literate(layout, plans));
        findings.add(plans.findings());
        findings.add(new Catalog(layout).drift());
        Surroundings here = new Surroundings(layout.root());
        for (RunPlan.Item item : plans.plan().due()) {
            Optional<String> missing = here.missing(item.cell().options().setting());
            if (missing.isPresent()) {
                findings.remark(
                        List.of(new RunFindings(layout.root()).skipped(item, missing.get())));
            } else {
                findings.add(List.of(stale(item)));
            }
        }
        boolean unread = plans.findings().stream().anyMatch(BookCheck::hidesCells);
        findings.add(
                rules(layout, plans).stream()
                        .filter(finding -> !unread || !followsFromMissingCells(finding))
                        .toList());
        if (!unread) {
            findings.remark(Orphans.findings(layout, plans.book()));
        }
        return new BookCheck(plans, findings.all());
    }

    private static boolean hidesCells(Diagnostic finding) {
        return Set.of(Rule.BAD_CELL, Rule.MISSING_INCLUDE, Rule.UNCLOSED_BLOCK)
                .contains(finding.rule());
    }

    /** Whether a finding may be nothing but the echo of a cell that could not be read. */
    private static boolean followsFromMissingCells(Diagnostic finding) {
        return Set.of(Rule.UNKNOWN_CELL, Rule.NOTHING_TO_BUILD).contains(finding.rule());
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

    static Diagnostic stale(RunPlan.Item item) {
        String how =
                switch (item.state()) {
                    case MISSING -> "has never been run";
                    case DAMAGED -> "has a damaged record";
                    case STALE, FRESH -> "has changed since its run";
                };
        return Diagnostic.error(
                Rule.STALE_RUN,
                item.cell().location(),
                "cell '" + item.cell().id() + "' " + how,
                "run 'lectern run " + item.cell().id() + "' and commit what it records");
    }

    /** One line that says how much was checked. */
    public String summary() {
        return "checked " + new BuildCounts(plans).report().summary();
    }
}
