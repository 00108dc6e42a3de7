package lectern.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lectern.convert.Conversion;
import lectern.convert.MarkedPage;
import lectern.convert.Survey;
import lectern.model.Diagnostic;
import lectern.model.Digest;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.model.Severity;
import lectern.text.PackedReader;
import lectern.text.PackedWriter;

/**
 * The last conversion of a book, on disk: one file, replaced by the next, so that it cannot grow. A
 * file that is damaged, or that another program wrote, is none.
 *
 * @param made of
 * @param conversion of the whole book
 */
record KeptConversion(Ingredients made, Conversion conversion) {

    /**
     * Read it back.
     *
     * @param program what wrote it, or it is of no use
     */
    static Optional<KeptConversion> read(Path file, String program) {
        return PackedReader.open(file, program)
                .map(in -> new KeptConversion(ingredients(in), conversion(in)));
    }

    /** Keep it, whole or not at all. */
    void write(Path file, String program) {
        PackedWriter out = new PackedWriter(program);
        out.texts(hex(made.notes()));
        out.texts(hex(made.files()));
        Survey survey = conversion.survey();
        out.number(survey.counters().size());
        for (String note : new TreeSet<>(survey.counters().keySet())) {
            out.text(note);
            out.texts(survey.counters().get(note));
        }
        out.texts(survey.references());
        out.texts(survey.anchors());
        out.texts(new TreeSet<>(survey.settings()));
        out.number(conversion.findings().size());
        for (Diagnostic finding : conversion.findings()) {
            out.text(finding.severity().name());
            out.text(finding.rule().name());
            out.text(finding.location().file());
            out.number(finding.location().line());
            out.number(finding.location().column());
            out.text(finding.message());
            out.text(finding.hint().orElse(""));
        }
        out.text(conversion.page().text());
        out.write(file);
    }

    private static Map<String, String> hex(Map<String, Digest> digests) {
        return digests.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().hex()));
    }

    private static Ingredients ingredients(PackedReader in) {
        return new Ingredients(digests(in), digests(in));
    }

    private static Map<String, Digest> digests(PackedReader in) {
        return in.named().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Digest(e.getValue())));
    }

    private static Conversion conversion(PackedReader in) {
        Map<String, Map<String, String>> counters = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            counters.put(in.text(), in.named());
        }
        Map<String, String> references = in.named();
        Map<String, String> anchors = in.named();
        Set<String> settings = Set.copyOf(in.texts());
        List<Diagnostic> findings = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            findings.add(
                    new Diagnostic(
                            Severity.valueOf(in.text()),
                            Rule.valueOf(in.text()),
                            new Location(in.text(), in.number(), in.number()),
                            in.text(),
                            Optional.of(in.text()).filter(hint -> !hint.isEmpty())));
        }
        Survey survey = new Survey(counters, references, anchors, settings);
        return new Conversion(new MarkedPage(in.text()), findings, survey);
    }
}
