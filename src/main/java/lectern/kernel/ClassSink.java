package lectern.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps the classes that a compiler makes, apart by the source that each came from. */
final class ClassSink extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<Path, Map<String, ByteArrayOutputStream>> classes = new LinkedHashMap<>();

    /** Read through another manager, write to memory. */
    ClassSink(JavaFileManager files) {
        super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        classes.computeIfAbsent(Path.of(sibling.toUri()), source -> new TreeMap<>())
                .put(name, bytes);
        URI uri = URI.create("memory:///" + name.replace('.', '/') + kind.extension);
        return new SimpleJavaFileObject(uri, kind) {
            @Override
            public OutputStream openOutputStream() {
                return bytes;
            }
        };
    }

    /** Simple names of the outermost classes of some sources. */
    Set<String> outermost(Iterable<Path> sources) {
        Map<String, ByteArrayOutputStream> all = new TreeMap<>();
        sources.forEach(source -> all.putAll(classes.getOrDefault(source, Map.of())));
        return all.keySet().stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", ""))
                .collect(Collectors.toSet());
    }

    /** Write the classes of some sources to a folder. */
    void write(Iterable<Path> sources, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Path source : sources) {
                for (var entry : classes.getOrDefault(source, Map.of()).entrySet()) {
                    Path file = folder.resolve(entry.getKey().replace('.', '/') + ".class");
                    Files.createDirectories(file.getParent());
                    Files.write(file, entry.getValue().toByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing classes to " + folder, e);
        }
    }
}
