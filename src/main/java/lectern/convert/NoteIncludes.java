package lectern.convert;

import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.text.SourceFiles;
import lectern.weave.WovenNote;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.IncludeProcessor;
import org.asciidoctor.extension.PreprocessorReader;

/** Hands the engine the woven text wherever a note is included. */
final class NoteIncludes extends IncludeProcessor {
    private static final int MOST_INCLUDES = 64;

    private Map<Path, WovenNote> notes = Map.of();
    private Map<Path, List<Path>> byFileName = Map.of();
    private final Map<Path, Integer> pushed = new HashMap<>();

    /** Serve woven notes by their absolute path, to the conversion that follows. */
    void serve(Map<Path, WovenNote> served) {
        notes = served;
        byFileName = served.keySet().stream().collect(groupingBy(Path::getFileName));
        pushed.clear();
    }

    // the engine does not say here which file includes, so the tail of the path must do
    @Override
    public boolean handles(String target) {
        Path tail = Path.of(target.replaceAll("^(\\.\\.?/)+", ""));
        List<Path> namesakes = byFileName.getOrDefault(tail.getFileName(), List.of());
        return namesakes.stream().anyMatch(note -> note.endsWith(tail));
    }

    @Override
    public void process(
            Document document,
            PreprocessorReader reader,
            String target,
            Map<String, Object> attributes) {
        Path file = Path.of(reader.getDir()).resolve(target).toAbsolutePath().normalize();
        WovenNote note = notes.get(file);
        int times = pushed.merge(file, 1, Integer::sum);
        if (times > MOST_INCLUDES) {
            // the engine does not count the depth of what an extension pushes
            return;
        }
        if (note != null) {
            reader.pushInclude(note.text(), file.toString(), note.file(), 1, attributes);
        } else if (Files.isRegularFile(file)) {
            reader.pushInclude(SourceFiles.read(file), file.toString(), target, 1, attributes);
        }
    }
}
