package lectern.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.render.Countable;
import lectern.render.Inventory;

/** Holds the formats of a book against each other: none may lose what another has. */
final class FormatParity {

    /**
     * A difference that is meant.
     *
     * @param what may differ
     * @param format that holds another number than the others
     * @param reason for whoever reads the code
     */
    record Declared(Countable what, OutputFormat format, String reason) {}

    private static final List<Declared> DECLARED = List.of();

    private FormatParity() {}

    static List<Diagnostic> findings(String note, Map<OutputFormat, Inventory> formats) {
        return findings(note, formats, DECLARED);
    }

    static List<Diagnostic> findings(
            String note, Map<OutputFormat, Inventory> formats, List<Declared> declared) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Countable what : Countable.values()) {
            List<OutputFormat> compared =
                    formats.keySet().stream()
                            .filter(format -> !meant(what, format, declared))
                            .toList();
            for (int i = 1; i < compared.size(); i++) {
                int first = formats.get(compared.get(0)).counts().get(what);
                int other = formats.get(compared.get(i)).counts().get(what);
                if (first != other) {
                    findings.add(
                            Diagnostic.error(
                                    Rule.PARITY,
                                    Location.of(note),
                                    "the "
                                            + compared.get(0)
                                            + " has "
                                            + first
                                            + " "
                                            + what
                                            + ", the "
                                            + compared.get(i)
                                            + " has "
                                            + other));
                }
            }
        }
        return findings;
    }

    private static boolean meant(Countable what, OutputFormat format, List<Declared> declared) {
        return declared.stream().anyMatch(d -> d.what() == what && d.format() == format);
    }
}
