package lectern.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.model.Severity;

/**
 * Collects what the stages of a build find.
 *
 * <p>A book that promises no examples is rendered as it is, as other tools do: its own faults are
 * printed as warnings. A literate book is refused for them, warnings of the engine included.
 */
final class Findings {
    private static final Set<Rule> INCLUDES = Set.of(Rule.MISSING_INCLUDE, Rule.MISSING_TAG);

    private final List<Diagnostic> all = new ArrayList<>();
    private final Severity weight;

    Findings(boolean literate) {
        weight = literate ? Severity.ERROR : Severity.WARNING;
    }

    /** Take in what a stage found. */
    void add(List<Diagnostic> found) {
        for (Diagnostic d : found) {
            // what mends itself stops no build
            Severity severity = d.rule() == Rule.MALFORMED_RECORD ? d.severity() : weight;
            all.add(new Diagnostic(severity, d.rule(), d.location(), d.message(), d.hint()));
        }
    }

    /** Take in what the engine says, but for what the scan has said of the same line. */
    void addEngine(List<Diagnostic> found) {
        Set<Location> told =
                all.stream()
                        .filter(d -> INCLUDES.contains(d.rule()))
                        .map(Diagnostic::location)
                        .collect(Collectors.toSet());
        add(found.stream().filter(d -> !told.contains(d.location())).toList());
    }

    /** Take in what the runs say: what failed stops the build, what was skipped does not. */
    void addRuns(List<Diagnostic> found) {
        add(found.stream().filter(d -> d.severity() == Severity.ERROR).toList());
        remark(found.stream().filter(d -> d.severity() != Severity.ERROR).toList());
    }

    /** Take in remarks that never stop a build. */
    void remark(List<Diagnostic> found) {
        all.addAll(found);
    }

    /** Whether the build must stop here. */
    boolean stop() {
        return Diagnostic.anyError(all);
    }

    List<Diagnostic> all() {
        return all.stream().distinct().sorted().toList();
    }
}
