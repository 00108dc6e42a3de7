package lectern.inpage;

import java.nio.file.Path;
import java.util.List;

/**
 * An example, compiled to classes, that is to become a module.
 *
 * @param alias names the module
 * @param main main class
 * @param classpath folders and jars of the example alone
 * @param key digest of all that the module depends on, the toolchain aside
 */
public record ModuleSource(String alias, String main, List<Path> classpath, String key) {

    /** Copy the list. */
    public ModuleSource {
        classpath = List.copyOf(classpath);
    }
}
