package lectern.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lectern.model.Book;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.model.Severity;
import lectern.runs.Orphan;
import lectern.runs.RunStore;
import lectern.text.SourceFiles;

/** Tells of files among the records that no cell owns. */
public final class Orphans {
    private Orphans() {}

    /** A warning for each record without a cell and each file without a record. */
    static List<Diagnostic> findings(BookLayout layout, Book book) {
        return new RunStore(layout.runs())
                .orphans(book.cells()).stream().map(orphan -> finding(layout, orphan)).toList();
    }

    /** Delete what no cell owns and say which files those were, relative to the root. */
    public static List<String> prune(BookLayout layout, Book book) {
        RunStore store = new RunStore(layout.runs());
        List<Orphan> orphans = store.orphans(book.cells());
        store.prune(orphans);
        return orphans.stream()
                .flatMap(orphan -> orphan.files().stream())
                .map(file -> SourceFiles.relative(layout.root(), file))
                .toList();
    }

    private static Diagnostic finding(BookLayout layout, Orphan orphan) {
        Path first =
                orphan.files().stream()
                        .filter(file -> file.getFileName().toString().endsWith(".run"))
                        .findFirst()
                        .orElse(orphan.files().get(0));
        return new Diagnostic(
                Severity.WARNING,
                Rule.ORPHANED_RUN,
                Location.of(SourceFiles.relative(layout.root(), first)),
                "nothing needs this file: " + orphan.why(),
                Optional.of("remove it with 'lectern accept --prune'"));
    }
}
