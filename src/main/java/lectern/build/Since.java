package lectern.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.runs.RunPlan;

/**
 * Finds the cells that a change since a git revision can touch: those whose inputs, options or
 * record were others then. The book is read as it was, so that a word of prose touches no cell and
 * an attribute defined far away does.
 */
public final class Since {
    private Since() {}

    /**
     * The cells that may give another result than at a revision, or have another record.
     *
     * @throws IllegalArgumentException when there is no such revision, in words for the author
     */
    public static List<RunPlan.Item> touched(BookLayout layout, Plans now, String revision) {
        GitRevision git = GitRevision.of(layout.root(), revision);
        Path folder = layout.cache().resolve("since");
        try {
            git.export(folder);
            Path main = folder.resolve(layout.root().relativize(layout.main()));
            BookLayout then = new BookLayout(folder, main, layout.out(), layout.cache());
            Map<String, RunPlan.Item> old =
                    Plans.of(then).plan().items().stream()
                            .collect(
                                    Collectors.toMap(
                                            item -> item.cell().id().value(), Function.identity()));
            return now.plan().items().stream()
                    .filter(item -> changed(old.get(item.cell().id().value()), item))
                    .toList();
        } finally {
            GitRevision.delete(folder);
        }
    }

    private static boolean changed(RunPlan.Item then, RunPlan.Item now) {
        return then == null
                || !then.inputs().equals(now.inputs())
                || !then.cell().options().equals(now.cell().options())
                || !then.cell().path().equals(now.cell().path())
                || !then.recorded().equals(now.recorded());
    }
}
