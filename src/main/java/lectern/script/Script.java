package lectern.script;

import java.nio.file.Path;
import java.util.List;

/**
 * A JBang script and all that its header asks for.
 *
 * @param file the script itself
 * @param name simple name of its main class, the file name without {@code .java}
 * @param description one sentence; empty when the header has none
 * @param release Java feature release that it claims to need, such as 17
 * @param sources the script and, transitively, its {@code //SOURCES}, in order of discovery
 * @param dependencies Maven coordinates of {@code //DEPS}
 * @param files what {@code //FILES} puts on the class path
 * @param compileOptions handed to the compiler
 * @param runtimeOptions handed to the virtual machine
 */
public record Script(
        Path file,
        String name,
        String description,
        int release,
        List<Path> sources,
        List<String> dependencies,
        List<Path> files,
        List<String> compileOptions,
        List<String> runtimeOptions) {

    /**
     * The name a reader types: {@code RingAllReduce} becomes {@code ring-all-reduce}, {@code GPipe}
     * {@code gpipe}.
     */
    public String alias() {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
