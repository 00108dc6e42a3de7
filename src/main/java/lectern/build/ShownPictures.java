package lectern.build;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.model.Artifact;
import lectern.model.Digest;
import lectern.model.ImageUse;
import lectern.model.Note;
import lectern.runs.RunPlan;
import lectern.text.FileMemory;
import lectern.text.SourceFiles;

/**
 * What the pictures hold that notes show by name, so that the text of a note does not tell when one
 * has changed.
 *
 * @param byNote digests by the path of the picture, by the file of the note
 */
record ShownPictures(Map<String, Map<String, Digest>> byNote) {

    /** Look at the pictures of a book: those that notes name, and those that runs left. */
    static ShownPictures of(BookLayout layout, Plans plans, FileMemory memory) {
        Map<String, Map<String, Digest>> byNote = new HashMap<>();
        for (ImageUse image : plans.book().all(Note::images)) {
            look(image.location().file(), image.file(), layout, memory, byNote);
        }
        for (RunPlan.Item item : plans.plan().items()) {
            for (Artifact left : item.recorded().map(run -> run.artifacts()).orElse(List.of())) {
                Path picture = layout.images().resolve(item.cell().picture(left));
                String file = SourceFiles.relative(layout.root(), picture);
                look(item.cell().location().file(), file, layout, memory, byNote);
            }
        }
        return new ShownPictures(byNote);
    }

    private static void look(
            String note,
            String picture,
            BookLayout layout,
            FileMemory memory,
            Map<String, Map<String, Digest>> byNote) {
        try {
            Path file = layout.root().resolve(picture);
            if (Files.isRegularFile(file)) {
                byNote.computeIfAbsent(note, n -> new HashMap<>())
                        .put(picture, memory.digest(file));
            }
        } catch (InvalidPathException address) {
            // of another site: nothing of ours
        }
    }

    /** The notes that show other pictures than before. */
    Set<String> changed(ShownPictures before) {
        Set<String> notes = new HashSet<>(byNote.keySet());
        notes.addAll(before.byNote.keySet());
        notes.removeIf(
                note ->
                        byNote.getOrDefault(note, Map.of())
                                .equals(before.byNote.getOrDefault(note, Map.of())));
        return notes;
    }
}
