package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import lectern.kernel.Sandbox;
import lectern.kernel.ScriptCompiler;
import lectern.resolve.MavenRepositories;

/** What a machine offers to the runs of a book, in words. */
public final class Machine {

    /** How runs are kept apart from the rest. */
    public String sandbox() {
        return Sandbox.best().describe();
    }

    /** Version, maker and home of the Java that compiles and runs. */
    public String java() {
        return System.getProperty("java.version")
                + " ("
                + System.getProperty("java.vendor")
                + "), "
                + System.getProperty("java.home");
    }

    /** Whether it can compile. */
    public boolean compiler() {
        return ScriptCompiler.isHere();
    }

    /** The local repository that libraries come from. */
    public String mavenRepository() {
        Path folder = MavenRepositories.localRepository();
        return folder + (Files.isDirectory(folder) ? "" : " (not there yet)");
    }

    /** How many processors there are. */
    public int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** What is free where temporary files go. */
    public String temporarySpace() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            double free = Files.getFileStore(folder).getUsableSpace() / 1e9;
            return String.format(Locale.ROOT, "%.1f GB free in %s", free, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("looking at " + folder, e);
        }
    }
}
