package lectern.build;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Cell;
import lectern.model.Diagnostic;
import lectern.model.Knob;
import lectern.model.Rule;

/**
 * Holds the defaults of knobs against what an example says of itself when it is asked for help: the
 * page would show a value that the recorded run did not have.
 */
final class KnobDefaults {
    private KnobDefaults() {}

    /**
     * The knobs whose default is another.
     *
     * @param help what the example prints for {@code --help}; a line that names an option and says
     *     {@code default X} is held against its knob
     */
    static List<Diagnostic> wrong(Cell cell, String help) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Knob knob : cell.options().knobs()) {
            Matcher line =
                    Pattern.compile(
                                    "^\\s*--"
                                            + Pattern.quote(knob.name())
                                            + "\\s.*\\bdefault ([^\\s,;]+)",
                                    Pattern.MULTILINE)
                            .matcher(help);
            boolean said = cell.options().args().contains("--" + knob.name());
            if (!said && line.find() && !same(knob.initial(), line.group(1))) {
                findings.add(
                        Diagnostic.error(
                                Rule.BAD_CELL,
                                cell.location(),
                                "cell '"
                                        + cell.id()
                                        + "' has the knob '"
                                        + knob.name()
                                        + "' with the default '"
                                        + knob.initial()
                                        + "', the example itself takes "
                                        + line.group(1),
                                "say 'default " + line.group(1) + "'"));
            }
        }
        return findings;
    }

    private static boolean same(String a, String b) {
        try {
            return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        } catch (NumberFormatException words) {
            return a.equals(b);
        }
    }
}
