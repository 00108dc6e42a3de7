package lectern.script;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the files that a script's {@code //DEPS} stand for. */
@FunctionalInterface
public interface Dependencies {

    /** For scripts that have none. */
    Dependencies NONE = script -> List.of();

    /**
     * Resolve the dependencies of a script, transitively, in the order of the class path; none for
     * a script without {@code //DEPS}.
     *
     * @throws UnresolvedDependency when one cannot be had
     */
    List<Resolved> resolve(Script script);

    /** Checksum of each file by the coordinates of its artifact. */
    default Map<String, String> checksums(Script script) {
        Map<String, String> sums = new TreeMap<>();
        resolve(script).forEach(file -> sums.put(file.coordinates(), file.sha256()));
        return sums;
    }
}
