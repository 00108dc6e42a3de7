package lectern.inpage.teavm;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * The compiler for one thread: its classes hold state in static fields, so that two threads may not
 * share them. What decides the order of its output by chance is mended while it is loaded, and what
 * leaves parentheses out that numbers need.
 */
final class CompilerLoader extends URLClassLoader {

    /**
     * Load the compiler.
     *
     * @param libraries its class path, ours included
     */
    CompilerLoader(List<File> libraries) {
        super(
                libraries.stream().map(CompilerLoader::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    private static URL url(File library) {
        try {
            return library.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException("naming " + library, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        boolean writes = name.equals(KeptParentheses.MENDED);
        if (!writes && !SteadyOrder.MENDED.contains(name)) {
            return super.findClass(name);
        }
        try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] known = bytes.readAllBytes();
            byte[] mended = writes ? KeptParentheses.of(known) : SteadyOrder.of(name, known);
            return defineClass(name, mended, 0, mended.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
