package lectern.runs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lectern.model.Artifact;
import lectern.model.ArtifactKind;
import lectern.model.CellRun;
import lectern.model.Digest;
import lectern.model.Expectation;
import lectern.model.Fact;
import lectern.model.Inputs;
import lectern.text.Digests;
import lectern.text.SourceFiles;

/**
 * The files that a run is recorded in. Their names follow the cell's: {@code out} is what was
 * printed, {@code fig-knee.json} an artifact, and {@code run} names the inputs, the facts and the
 * digest of every other file, so that a mixture of two records is told from a record.
 */
final class RunRecord {
    /** The file that makes the others a record. */
    static final String RUN = "run";

    /** The file with what was printed. */
    static final String OUT = "out";

    private static final String FACTS = "facts";

    private final List<Artifact> artifacts = new ArrayList<>();
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final List<String> facts = new ArrayList<>();
    private Optional<Digest> digest = Optional.empty();
    private Optional<String> machine = Optional.empty();

    private RunRecord() {}

    /** The bytes of each file by its name, {@code run} last. */
    static Map<String, byte[]> files(CellRun run) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(OUT, bytes(run.stdout()));
        run.artifacts().forEach(artifact -> files.put(artifact.fileName(), artifact.bytes()));
        List<String> facts = numbers(run.machine(), run.facts(), run.expectations());
        List<String> lines = new ArrayList<>();
        lines.add("inputs\t" + digest(run.inputs()));
        run.inputs().parts().forEach((name, value) -> lines.add("input\t" + name + "\t" + value));
        Map<String, String> outputs = new LinkedHashMap<>();
        files.forEach((name, content) -> outputs.put(name, Digests.of(content).hex()));
        outputs.forEach((name, hex) -> lines.add(output(name, hex)));
        lines.add(output(FACTS, digest(outputs, facts).hex()));
        lines.addAll(facts);
        files.put(RUN, bytes(String.join("\n", lines) + "\n"));
        return files;
    }

    /**
     * Read a record back; line ends of another system are read as ours.
     *
     * @param name of the file {@code run}, for messages
     * @param text of it
     * @param files the bytes of the others by their names
     * @throws IllegalArgumentException when they are not what one run left, naming what is wrong
     */
    static CellRun parse(String name, String text, Function<String, Optional<byte[]>> files) {
        RunRecord record = new RunRecord();
        SourceFiles.lines(text).forEach(record::line);
        return record.run(name, files);
    }

    /** Digest over all parts, by which a run is found again and a cut record told. */
    static Digest digest(Inputs inputs) {
        StringBuilder text = new StringBuilder();
        inputs.parts()
                .forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        return Digests.of(text.toString());
    }

    /** The names of the files beside {@code run} that a record speaks of, as far as readable. */
    static List<String> names(String text) {
        return SourceFiles.lines(text).stream()
                .map(line -> line.split("\t", 3))
                .filter(fields -> fields.length == 3 && fields[0].equals("output"))
                .map(fields -> fields[1])
                .toList();
    }

    private void line(String line) {
        String[] fields = (line + "\t\t").split("\t", 4);
        switch (fields[0]) {
            case "inputs" -> digest = Optional.of(digest(fields[1]));
            case "input" -> parts.put(fields[1], fields[2]);
            case "machine" -> machine = Optional.of(fields[1]);
            case "output" -> outputs.put(fields[1], fields[2]);
            default -> {}
        }
        boolean own = List.of("inputs", "input", "machine", "output").contains(fields[0]);
        // an empty line in its place keeps the numbers of the others right
        facts.add(own ? "" : line);
    }

    private CellRun run(String name, Function<String, Optional<byte[]>> files) {
        Inputs inputs = new Inputs(parts);
        Digest expected = digest.orElseThrow(() -> damaged("the record has no inputs"));
        require(expected.equals(digest(inputs)), "its inputs do not match their digest");
        FactsFormat parsed = FactsFormat.parse(name, facts);
        require(outputs.containsKey(OUT), "it does not name what was printed");
        String left = outputs.remove(FACTS);
        outputs.keySet().stream().filter(file -> !file.equals(OUT)).forEach(RunRecord::kind);
        List<String> numbers = numbers(machine, parsed.facts(), parsed.expectations());
        require(
                digest(outputs, numbers).hex().equals(left),
                "its facts and outputs are not those that the run left");
        String stdout = "";
        for (Map.Entry<String, String> output : outputs.entrySet()) {
            String file = output.getKey();
            Optional<Artifact> artifact = Optional.empty();
            byte[] content;
            if (file.equals(OUT)) {
                stdout = lineFeeds(content(files, file));
                content = bytes(stdout);
            } else {
                Artifact read = artifact(file, files);
                artifact = Optional.of(read);
                content = read.bytes();
            }
            require(
                    Digests.of(content).hex().equals(output.getValue()),
                    "its file '" + file + "' is not what the run left");
            artifact.ifPresent(artifacts::add);
        }
        return new CellRun(
                inputs, stdout, parsed.facts(), parsed.expectations(), artifacts, machine);
    }

    private static Artifact artifact(String name, Function<String, Optional<byte[]>> files) {
        ArtifactKind kind = kind(name);
        return new Artifact(kind, kind.nameIn(name), content(files, name));
    }

    private static ArtifactKind kind(String name) {
        return ArtifactKind.of(name)
                .filter(known -> known.nameIn(name).matches("[a-z0-9][a-z0-9-]*"))
                .orElseThrow(() -> damaged("'" + name + "' can be no file of a record"));
    }

    private static byte[] content(Function<String, Optional<byte[]>> files, String name) {
        return files.apply(name).orElseThrow(() -> damaged("its file '" + name + "' is not there"));
    }

    /** The machine, the facts and the expectations, a line each. */
    private static List<String> numbers(
            Optional<String> machine, List<Fact> facts, List<Expectation> expectations) {
        List<String> lines = new ArrayList<>();
        machine.ifPresent(name -> lines.add("machine\t" + name));
        lines.addAll(new FactsFormat(facts, expectations).lines());
        return lines;
    }

    /** Digest over the list of outputs and the facts, so that no line of either can go unseen. */
    private static Digest digest(Map<String, String> outputs, List<String> facts) {
        List<String> lines = new ArrayList<>();
        outputs.forEach((name, hex) -> lines.add(output(name, hex)));
        lines.addAll(facts);
        return Digests.of(String.join("\n", lines));
    }

    private static Digest digest(String written) {
        require(written.startsWith("sha256:"), "not a SHA-256 digest: '" + written + "'");
        return new Digest(written.substring(7));
    }

    private static String output(String name, String hex) {
        return "output\t" + name + "\t" + hex;
    }

    private static String lineFeeds(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw damaged(what);
        }
    }

    private static IllegalArgumentException damaged(String what) {
        return new IllegalArgumentException(what);
    }
}
