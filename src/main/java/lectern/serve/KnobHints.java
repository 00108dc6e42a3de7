package lectern.serve;

import java.util.List;
import java.util.stream.Collectors;
import lectern.model.Knob;

/**
 * Says which arguments an example takes beside its own, as its knobs tell: a page of a built site
 * has them to turn, on this machine they are typed.
 */
final class KnobHints {
    private KnobHints() {}

    /** One line, such as {@code --stages 2 to 16, --fast}; empty without knobs. */
    static String of(List<Knob> knobs) {
        return knobs.stream().map(KnobHints::of).collect(Collectors.joining(", "));
    }

    private static String of(Knob knob) {
        String option = "--" + knob.name();
        if (knob instanceof Knob.Range range) {
            String unit = range.unit().isEmpty() ? "" : " (" + range.unit() + ")";
            return option + " " + range.low() + " to " + range.high() + unit;
        }
        return knob instanceof Knob.Choice choice
                ? option + " " + String.join("|", choice.words())
                : option;
    }
}
