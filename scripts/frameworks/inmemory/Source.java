package inmemory;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java source in a string, turned into an object by the JDK's own compiler without touching a disk. */
public final class Source extends SimpleJavaFileObject {
    private final String name;
    private final String text;

    /** Source of a public class in the default package, with a constructor that takes nothing. */
    public Source(String name, String text) {
        super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
        this.name = name;
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /** Whether this Java has a compiler: a JDK has, a bare runtime has not. */
    public static boolean compiles() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    // tag::compile[]
    /** Compile, load, and make an instance. */
    public Object instance() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        var files = new Memory(compiler.getStandardFileManager(found, Locale.ROOT, null));
        var options = List.of("-proc:none", "-nowarn");
        if (!compiler.getTask(null, files, found, options, null, List.of(this)).call()) {
            throw new IllegalStateException(found.getDiagnostics() + "\n" + text);
        }
        try {
            return new Loader(files.classes).loadClass(name)
                    .getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("class " + name + " does not load", e);
        }
    }
    // end::compile[]

    /** Keeps class files in memory. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            var bytes = new ByteArrayOutputStream();
            classes.put(name, bytes);
            return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, ByteArrayOutputStream> classes;

        Loader(Map<String, ByteArrayOutputStream> classes) {
            super(Source.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!classes.containsKey(name)) {
                throw new ClassNotFoundException(name);
            }
            var bytes = classes.get(name).toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
