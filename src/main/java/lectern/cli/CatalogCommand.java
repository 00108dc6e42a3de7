package lectern.cli;

import java.util.concurrent.Callable;
import lectern.build.BookLayout;
import lectern.build.Catalog;
import lectern.build.Examples;
import lectern.model.Diagnostic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the catalog by which JBang finds the examples. */
@Command(
        name = "catalog",
        description = "Write jbang-catalog.json from the headers of the examples.",
        mixinStandardHelpOptions = true)
final class CatalogCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BookOption book;

    @Override
    public Integer call() {
        Console console = new Console(spec);
        BookLayout layout = book.layout();
        Examples examples = Examples.of(layout);
        if (Diagnostic.anyError(examples.findings())) {
            return console.report(examples.findings(), "; nothing was written");
        }
        Catalog catalog = new Catalog(layout);
        if (!catalog.readable()) {
            return console.report(catalog.drift(), "; nothing was written");
        }
        boolean changed = catalog.write();
        int count = examples.scripts().size();
        console.say(
                Catalog.FILE
                        + (changed ? " now lists " : " lists ")
                        + count
                        + (count == 1 ? " example" : " examples"));
        return ExitCode.CLEAN;
    }
}
