package lectern.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import lectern.convert.Conversion;
import lectern.convert.MarkedPage;
import lectern.convert.Survey;
import lectern.model.Diagnostic;
import lectern.model.Digest;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.model.Severity;
import lectern.text.SourceFiles;

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
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            boolean whole = bytes.length > 8 && in.readLong() == checksum(bytes, 8);
            return whole && text(in).equals(program)
                    ? Optional.of(new KeptConversion(ingredients(in), conversion(in)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Keep it, whole or not at all. */
    void write(Path file, String program) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(1 << 21);
        try (DataOutputStream out = new DataOutputStream(content)) {
            out.writeLong(0);
            text(out, program);
            texts(out, hex(made.notes()));
            texts(out, hex(made.files()));
            Survey survey = conversion.survey();
            out.writeInt(survey.counters().size());
            for (String note : new TreeSet<>(survey.counters().keySet())) {
                text(out, note);
                texts(out, survey.counters().get(note));
            }
            texts(out, survey.references());
            texts(out, survey.anchors());
            texts(out, survey.settings().stream().collect(Collectors.toMap(s -> s, s -> "")));
            out.writeInt(conversion.findings().size());
            for (Diagnostic finding : conversion.findings()) {
                text(out, finding.severity().name());
                text(out, finding.rule().name());
                text(out, finding.location().file());
                out.writeInt(finding.location().line());
                out.writeInt(finding.location().column());
                text(out, finding.message());
                text(out, finding.hint().orElse(""));
            }
            text(out, conversion.page().text());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        byte[] bytes = content.toByteArray();
        java.nio.ByteBuffer.wrap(bytes).putLong(checksum(bytes, 8));
        SourceFiles.write(file, bytes);
    }

    private static long checksum(byte[] bytes, int from) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, from, bytes.length - from);
        return checksum.getValue();
    }

    private static Map<String, String> hex(Map<String, Digest> digests) {
        return digests.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().hex()));
    }

    private static Ingredients ingredients(DataInputStream in) throws IOException {
        return new Ingredients(digests(in), digests(in));
    }

    private static Map<String, Digest> digests(DataInputStream in) throws IOException {
        return texts(in).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Digest(e.getValue())));
    }

    private static Conversion conversion(DataInputStream in) throws IOException {
        Map<String, Map<String, String>> counters = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            counters.put(text(in), texts(in));
        }
        Map<String, String> references = texts(in);
        Map<String, String> anchors = texts(in);
        Set<String> settings = texts(in).keySet();
        List<Diagnostic> findings = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            findings.add(
                    new Diagnostic(
                            Severity.valueOf(text(in)),
                            Rule.valueOf(text(in)),
                            new Location(text(in), in.readInt(), in.readInt()),
                            text(in),
                            Optional.of(text(in)).filter(hint -> !hint.isEmpty())));
        }
        Survey survey = new Survey(counters, references, anchors, settings);
        return new Conversion(new MarkedPage(text(in)), findings, survey);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("damaged");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void texts(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> entry : new TreeMap<>(texts).entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue());
        }
    }

    private static Map<String, String> texts(DataInputStream in) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(text(in), text(in));
        }
        return texts;
    }
}
