package lectern.inpage.teavm;

import java.util.Set;
import org.teavm.model.ClassReader;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.PreOptimizingClassHolderSource;
import org.teavm.model.ReferenceCache;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.parsing.resource.ResourceProvider;

/**
 * The classes of one example before those of the libraries, which are read once for all examples
 * that one thread compiles.
 */
final class ClassSources implements ClassReaderSource {
    private final ClassReaderSource shared;
    private final ClassReaderSource own;
    private final Set<String> names;

    /**
     * Put the classes of an example before shared ones.
     *
     * @param names of the example's classes
     */
    ClassSources(ClassReaderSource shared, ClassReaderSource own, Set<String> names) {
        this.shared = shared;
        this.own = own;
        this.names = names;
    }

    /** Read classes as the resources have them; not for use by two threads at once. */
    static ClassReaderSource reading(
            ResourceProvider resources, ReferenceCache references, ClassLoader loader) {
        return new PreOptimizingClassHolderSource(
                new ClasspathClassHolderSource(resources, references, loader));
    }

    @Override
    public ClassReader get(String name) {
        return names.contains(name) ? own.get(name) : shared.get(name);
    }
}
