package weld;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A program turned into Java, compiled in memory by the JDK's own compiler, and loaded. */
public final class Compiled {
    private final BiFunction<Object[], long[], Object> code;

    private Compiled(BiFunction<Object[], long[], Object> code) {
        this.code = code;
    }

    /** Whether this Java has a compiler: a JDK has, a bare runtime has not. */
    public static boolean possible() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    /** The Java that a program becomes. */
    public static String source(Expr.Program program) {
        Check.of(program);
        return JavaCode.of(program);
    }

    // tag::compile[]
    /** Write Java, compile it without touching a disk, load the class. */
    public static Compiled of(Expr.Program program) {
        var source = source(program);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        var files = new Memory(compiler.getStandardFileManager(found, Locale.ROOT, null));
        var options = List.of("-proc:none", "-nowarn");
        var task = compiler.getTask(null, files, found, options, null,
                List.of(new Source(source)));
        if (!task.call()) {
            throw new IllegalStateException(found.getDiagnostics() + "\n" + source);
        }
        return new Compiled(new Loader(files.classes).load());
    }
    // end::compile[]

    /** Run on arguments in the order of the program's parameters; counts go to {@code traffic}. */
    public Object run(Traffic traffic, Object... arguments) {
        var counts = new long[3];
        var result = code.apply(arguments, counts);
        traffic.loops += counts[0];
        traffic.read += counts[1];
        traffic.written += counts[2];
        return result;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Generated.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

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
            super(Compiled.class.getClassLoader());
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

        @SuppressWarnings("unchecked")
        BiFunction<Object[], long[], Object> load() {
            try {
                return (BiFunction<Object[], long[], Object>) findClass("Generated").getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the generated class does not load", e);
            }
        }
    }
}
