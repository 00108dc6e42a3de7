package lectern.note;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Note;
import lectern.model.Rule;
import lectern.text.FileMemory;
import lectern.text.SourceFiles;

/** What all notes of one scan share: attributes, ids taken, notes found, findings. */
final class ScanContext {
    final Path root;
    final Path bookFolder;
    final DocumentAttributes attributes;
    final FileMemory memory;
    final SectionIds sectionIds = new SectionIds();
    final List<Diagnostic> findings = new ArrayList<>();
    final Map<Path, Optional<Note>> notes = new LinkedHashMap<>();
    final Set<String> included = new LinkedHashSet<>();
    final Map<String, String> parents = new LinkedHashMap<>();
    int levelOffset;

    ScanContext(Path root, Path bookFolder, DocumentAttributes attributes, FileMemory memory) {
        this.root = root;
        this.bookFolder = bookFolder;
        this.attributes = attributes;
        this.memory = memory;
    }

    void error(Rule rule, Location location, String message, String hint) {
        findings.add(Diagnostic.error(rule, location, message, hint));
    }

    /** The file that a note names, from the note's own folder; none when that is no path here. */
    Optional<Path> beside(Path note, String written) {
        try {
            String path = attributes.resolve(written);
            return Optional.of(note.toAbsolutePath().getParent().resolve(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Path relative to the root, as messages print it. */
    String name(Path file) {
        return SourceFiles.relative(root, file);
    }

    /** A file that a note names from the book root, as messages print it. */
    String rootFile(String written) {
        return name(root.resolve(attributes.resolve(written)));
    }

    /** Where an image target lies, from the book's images folder; a URL stays one. */
    String imageFile(String target) {
        String folder = attributes.get("imagesdir", "");
        if (target.matches("(?i)(https?:|data:|//).*")) {
            return target;
        }
        try {
            return name(bookFolder.resolve(folder).resolve(target));
        } catch (InvalidPathException e) {
            return target;
        }
    }
}
