package lectern.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.inpage.PageModule;
import lectern.inpage.PageTools;
import lectern.model.Cell;
import lectern.runs.RunPlan;
import lectern.text.Digests;
import lectern.text.SourceFiles;

/**
 * Remembers which cells gave the same in the page as on the JVM: as long as nothing changes that
 * the comparison depends on, it would come out the same. One small file for each cell.
 *
 * @param folder may be deleted at any time
 */
record PageProofs(Path folder) {

    /** Whether a cell was proven as it is now. */
    boolean has(RunPlan.Item item, PageModule module) {
        Path file = file(item.cell());
        return Files.isRegularFile(file)
                && SourceFiles.read(file).equals(digest(item, module) + "\n");
    }

    /** Remember that a cell was proven as it is now. */
    void keep(RunPlan.Item item, PageModule module) {
        SourceFiles.write(file(item.cell()), digest(item, module) + "\n");
    }

    private Path file(Cell cell) {
        return folder.resolve(cell.id().value() + ".txt");
    }

    /**
     * Digest of all that a comparison depends on: the module, the inputs of the run, the knobs and
     * so the arguments, the two machines that run it, and the program that compares.
     */
    private static String digest(RunPlan.Item item, PageModule module) {
        List<String> parts =
                List.of(
                        Digests.ofFile(module.file()).hex(),
                        item.inputs().parts().toString(),
                        item.cell().options().knobs().toString(),
                        PageTools.versions(),
                        System.getProperty("java.vm.version"),
                        Program.name());
        return Digests.of(String.join("\n", parts)).hex();
    }
}
