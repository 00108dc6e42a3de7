package lectern.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.model.Severity;
import lectern.weave.WovenNote;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.log.LogHandler;
import org.asciidoctor.log.LogRecord;

/** Turns what the engine logs into diagnostics at the lines of the notes. */
final class EngineLog implements LogHandler {
    private final Map<String, WovenNote> notes;
    private final String mainFile;
    private final String root;
    private final List<Diagnostic> findings = new ArrayList<>();

    /**
     * Listen for one conversion.
     *
     * @param root folder whose name has no place in a message
     * @param notes by their path relative to the root
     * @param mainFile the note that messages without a place are about
     */
    EngineLog(Path root, Map<String, WovenNote> notes, String mainFile) {
        this.root = root + root.getFileSystem().getSeparator();
        this.notes = notes;
        this.mainFile = mainFile;
    }

    @Override
    public void log(LogRecord record) {
        Optional<Severity> severity =
                switch (record.getSeverity()) {
                    case ERROR, FATAL -> Optional.of(Severity.ERROR);
                    case WARN -> Optional.of(Severity.WARNING);
                    default -> Optional.empty();
                };
        severity.ifPresent(
                level ->
                        findings.add(
                                new Diagnostic(
                                        level,
                                        Rule.ENGINE,
                                        place(record.getCursor()),
                                        message(record),
                                        Optional.empty())));
    }

    /** The message without the folder that the book happens to lie in. */
    private String message(LogRecord record) {
        return record.getMessage().replace(root, "");
    }

    private Location place(Cursor cursor) {
        String path = cursor == null || cursor.getPath() == null ? mainFile : cursor.getPath();
        WovenNote note = notes.getOrDefault(path, notes.get(mainFile));
        int line = cursor == null ? 0 : note.origin(cursor.getLineNumber());
        return Location.of(note.file(), line);
    }

    List<Diagnostic> findings() {
        return findings.stream().distinct().sorted().toList();
    }
}
