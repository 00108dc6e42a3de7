package lectern.build;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lectern.model.Cell;
import lectern.model.CellOptions;
import lectern.model.Knob;
import lectern.runs.RunPlan;
import lectern.text.Escapes;

/** Writes what the page needs to run a cell itself, as JSON for {@code knobs.js}. */
final class KnobData {
    private KnobData() {}

    /**
     * The data of one cell.
     *
     * @param command that runs the example without arguments
     */
    static String of(RunPlan.Item item, String command) {
        Cell cell = item.cell();
        CellOptions options = cell.options();
        return "{"
                + pair("module", item.script().alias())
                + ","
                + pair("jbang", command)
                + (options.view().live() ? ",\"live\":true" : "")
                + ",\"fixed\":["
                + options.fixed().stream().map(KnobData::quoted).collect(Collectors.joining(","))
                + "],\"knobs\":["
                + options.knobs().stream()
                        .map(knob -> knob(knob, options.args().contains("--" + knob.name())))
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String knob(Knob knob, boolean said) {
        List<String> parts = new ArrayList<>();
        parts.add(pair("name", knob.name()));
        parts.add(pair("start", knob.initial()));
        if (said) {
            parts.add("\"said\":true");
        }
        if (knob instanceof Knob.Range range) {
            parts.add(pair("kind", "range"));
            parts.add("\"low\":" + range.low());
            parts.add("\"high\":" + range.high());
            parts.add("\"step\":" + Knob.Range.typed(range.step()));
            if (range.times()) {
                parts.add("\"times\":true");
            }
            if (!range.unit().isEmpty()) {
                parts.add(pair("unit", range.unit()));
            }
        } else if (knob instanceof Knob.Choice choice) {
            parts.add(pair("kind", "choice"));
            parts.add(
                    "\"words\":["
                            + choice.words().stream()
                                    .map(KnobData::quoted)
                                    .collect(Collectors.joining(","))
                            + "]");
        } else {
            parts.add(pair("kind", "switch"));
        }
        return "{" + String.join(",", parts) + "}";
    }

    private static String pair(String name, String value) {
        return "\"" + name + "\":" + quoted(value);
    }

    private static String quoted(String text) {
        return Escapes.json(text);
    }
}
