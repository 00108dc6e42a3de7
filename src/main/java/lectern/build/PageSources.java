package lectern.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.model.Heading;
import lectern.model.Note;
import lectern.render.BookSources;
import lectern.script.Script;
import lectern.text.SourceFiles;

/** Finds where the pages of a book come from: notes, scripts, and when they last changed. */
final class PageSources {
    private PageSources() {}

    static BookSources of(BookLayout layout, Plans plans) {
        Map<String, String> notes = new HashMap<>();
        for (Note note : plans.book().notes()) {
            for (Heading heading : note.headings()) {
                notes.putIfAbsent(heading.id(), note.file());
            }
        }
        return new BookSources(notes, scripts(layout.root(), plans), GitDates.of(layout.root()));
    }

    private static List<BookSources.ScriptText> scripts(Path root, Plans plans) {
        Map<String, BookSources.ScriptText> scripts = new TreeMap<>();
        for (Script script : plans.scripts().toList()) {
            for (Path file : script.sources()) {
                boolean main = file.equals(script.file());
                if (file.startsWith(root) && Files.isRegularFile(file)) {
                    String path = SourceFiles.relative(root, file);
                    String says = main ? script.description() : "";
                    scripts.merge(
                            path,
                            new BookSources.ScriptText(path, says, SourceFiles.read(file)),
                            (old, now) -> main ? now : old);
                }
            }
        }
        return List.copyOf(scripts.values());
    }
}
