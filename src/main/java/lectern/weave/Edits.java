package lectern.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.model.Note;

/** Changes to the lines of one note, collected and then applied at once. Lines count from 1. */
final class Edits {
    private final Note note;
    private final Map<Integer, List<String>> before = new HashMap<>();
    private final Map<Integer, List<String>> after = new HashMap<>();
    private final Map<Integer, String> replaced = new HashMap<>();
    private final Set<Integer> dropped = new HashSet<>();

    Edits(Note note) {
        this.note = note;
    }

    void insertBefore(int line, List<String> lines) {
        before.computeIfAbsent(line, key -> new ArrayList<>()).addAll(lines);
    }

    void insertAfter(int line, List<String> lines) {
        after.computeIfAbsent(line, key -> new ArrayList<>()).addAll(lines);
    }

    /** Put other text in place of a part of a line; must be called from right to left. */
    void replace(int line, int start, int end, String text) {
        String old = replaced.getOrDefault(line, note.lines().get(line - 1));
        replaced.put(line, old.substring(0, start) + text + old.substring(end));
    }

    void drop(int firstLine, int lastLine) {
        for (int line = firstLine; line <= lastLine; line++) {
            dropped.add(line);
        }
    }

    WovenNote apply() {
        List<String> lines = new ArrayList<>();
        List<Integer> origins = new ArrayList<>();
        for (int line = 1; line <= note.lines().size(); line++) {
            int here = line;
            List<String> out = new ArrayList<>(before.getOrDefault(line, List.of()));
            if (!dropped.contains(line)) {
                out.add(replaced.getOrDefault(line, note.lines().get(line - 1)));
            }
            out.addAll(after.getOrDefault(line, List.of()));
            out.forEach(
                    text -> {
                        lines.add(text);
                        origins.add(here);
                    });
        }
        return new WovenNote(note.file(), lines, origins);
    }
}
