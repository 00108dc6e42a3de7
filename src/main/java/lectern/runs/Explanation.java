package lectern.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lectern.model.CellRun;
import lectern.model.Inputs;
import lectern.runs.InputChange.Kind;

/** Says of a cell what its run depends on, and which of it changed since the record. */
public final class Explanation {
    private static final int SHORT = 12;

    private final RunPlan.Item item;
    private final List<InputChange> changes;

    /** Explain the state of one cell. */
    public Explanation(RunPlan.Item item) {
        this.item = item;
        Inputs recorded = item.recorded().map(CellRun::inputs).orElse(new Inputs(Map.of()));
        this.changes = InputChange.between(recorded, item.inputs());
    }

    /** A head, a line for each part, and a last line with the verdict. */
    public List<String> lines() {
        int width = changes.stream().mapToInt(change -> change.part().length()).max().orElse(1);
        List<String> lines = new ArrayList<>();
        lines.add(item.cell().id() + " (" + item.cell().location() + ")");
        for (InputChange change : changes) {
            String format = "  %-7s  %-" + width + "s  %s";
            String line =
                    String.format(Locale.ROOT, format, mark(change), change.part(), value(change));
            lines.add(line.stripTrailing());
        }
        lines.add(verdict());
        return lines;
    }

    /** Whether the record holds, and why not: {@code stale: arguments changed}. */
    public String verdict() {
        return switch (item.state()) {
            case FRESH -> "fresh: nothing that the run depends on has changed since the record";
            case STALE -> "stale: " + String.join(", ", reasons());
            case MISSING -> "never run: there is no record";
            case DAMAGED -> "never run: its record is damaged";
        };
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        for (InputChange change : changes) {
            switch (change.kind()) {
                case CHANGED -> reasons.add(change.part() + " changed");
                case NEW -> reasons.add(change.part() + " is new");
                case GONE -> reasons.add(change.part() + " is gone");
                case SAME -> {}
            }
        }
        return reasons;
    }

    private String mark(InputChange change) {
        if (item.recorded().isEmpty()) {
            return "";
        }
        return change.kind() == Kind.SAME ? "=" : change.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String value(InputChange change) {
        return switch (change.kind()) {
            case SAME, NEW -> shown(change.now());
            case GONE -> "(was " + shown(change.was()) + ")";
            case CHANGED -> shown(change.now()) + " (was " + shown(change.was()) + ")";
        };
    }

    private static String shown(Optional<String> value) {
        String text = value.orElse("");
        if (text.matches("(sha256:)?[0-9a-f]{64}")) {
            return text.replace("sha256:", "").substring(0, SHORT);
        }
        return text.isEmpty() ? "(none)" : text;
    }
}
