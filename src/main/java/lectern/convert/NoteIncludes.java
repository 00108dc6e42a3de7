package lectern.convert;

import java.nio.file.Path;
import java.util.Map;
import lectern.weave.WovenNote;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.IncludeProcessor;
import org.asciidoctor.extension.PreprocessorReader;

/** Hands the engine the woven text wherever a note is included. */
final class NoteIncludes extends IncludeProcessor {
    private final Map<Path, WovenNote> notes;

    /** Serve woven notes by their absolute path. */
    NoteIncludes(Map<Path, WovenNote> notes) {
        this.notes = notes;
    }

    // the engine does not say here which file includes, so the tail of the path must do
    @Override
    public boolean handles(String target) {
        Path tail = Path.of(target.replaceAll("^(\\.\\.?/)+", ""));
        return notes.keySet().stream().anyMatch(note -> note.endsWith(tail));
    }

    @Override
    public void process(
            Document document,
            PreprocessorReader reader,
            String target,
            Map<String, Object> attributes) {
        Path file = Path.of(reader.getDir()).resolve(target).toAbsolutePath().normalize();
        WovenNote note = notes.get(file);
        if (note == null) {
            throw new IllegalStateException("include of a note that was not scanned: " + target);
        }
        reader.pushInclude(note.text(), file.toString(), note.file(), 1, attributes);
    }
}
