package lectern.render;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lectern.model.Digest;
import lectern.text.PackedReader;
import lectern.text.PackedWriter;

/**
 * What one writer made of each page the last time, by a digest of all that it made it of.
 *
 * @param <T> what it makes of a page
 */
final class PageMemo<T extends PageMemo.Kept> {

    /** What can be kept. */
    interface Kept {
        /** Pack it. */
        void pack(PackedWriter out);
    }

    /**
     * Reads back what was packed.
     *
     * @param <T> what it is
     */
    interface Form<T> {
        /** The next one. */
        T unpack(PackedReader in);
    }

    private final Optional<Path> file;
    private final String program;
    private final Map<String, T> last = new LinkedHashMap<>();
    private final Map<String, T> used = new LinkedHashMap<>();

    PageMemo(Optional<Path> file, String program, Form<T> form) {
        this.file = file;
        this.program = program;
        file.flatMap(path -> PackedReader.open(path, program))
                .ifPresent(
                        in -> {
                            for (int left = in.number(); left > 0; left--) {
                                last.put(in.text(), form.unpack(in));
                            }
                        });
    }

    /** Begin another time: what was used the last time is known. */
    void again() {
        last.clear();
        last.putAll(used);
        used.clear();
    }

    /** What was made of the same the last time. */
    Optional<T> find(Optional<Digest> key) {
        return key.map(digest -> last.get(digest.hex()));
    }

    /** Keep what was made, or used again. */
    void keep(Optional<Digest> key, T made) {
        key.ifPresent(digest -> used.put(digest.hex(), made));
    }

    /** Write what this build used, if it is not what the last one used. */
    void close() {
        if (file.isPresent() && !used.keySet().equals(last.keySet())) {
            PackedWriter out = new PackedWriter(program);
            out.number(used.size());
            used.forEach(
                    (key, made) -> {
                        out.text(key);
                        made.pack(out);
                    });
            out.write(file.get());
        }
    }
}
