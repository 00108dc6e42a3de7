package lectern.inpage.teavm;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One module to be compiled, a line of the request: main class, class path, file to write.
 *
 * @param main class with the main method
 * @param classpath folders and jars of the example alone
 * @param output file for the code; the findings go beside it, with {@code .tsv} added
 */
record ModuleTask(String main, List<File> classpath, Path output) {

    /** Read a line. */
    static ModuleTask of(String line) {
        String[] fields = line.split("\t", -1);
        List<File> path =
                Arrays.stream(fields[1].split(File.pathSeparator))
                        .filter(part -> !part.isEmpty())
                        .map(File::new)
                        .toList();
        return new ModuleTask(fields[0], path, Path.of(fields[2]));
    }
}
