package lectern.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import lectern.model.Digest;

/**
 * What was made of files, given back as long as they are what they were. For a process that reads
 * the same files again and again.
 *
 * <p>Like git's index it trusts the size, the time and the identity of a file, and not those of one
 * so young that a change could hide within the clock's resolution: that is read again.
 */
public final class FileMemory {
    /** Remembers nothing: for a process that reads everything once. */
    public static final FileMemory NONE = new FileMemory(false);

    private static final long CLOCK_RESOLUTION_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private final boolean remembers;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
    private final Set<Key> used = ConcurrentHashMap.newKeySet();

    private record Key(String what, Path file) {}

    private record State(Object identity, long size, long modifiedNanos) {}

    /** What was made, of files as they were before they were read; no state for a missing one. */
    private record Kept(Object made, Map<Path, Optional<State>> files, boolean settled) {}

    private FileMemory(boolean remembers) {
        this.remembers = remembers;
    }

    /** Start with nothing. */
    public FileMemory() {
        this(true);
    }

    /**
     * What {@code make} gives, as it was made before if no file that it read then has changed.
     *
     * @param what is made of the file; all that is made under one name has one type
     * @param file that it is made of, with others perhaps
     * @param make is given a consumer, and tells it of every other file that it is about to look at
     */
    @SuppressWarnings("unchecked")
    public <T> T of(String what, Path file, Function<Consumer<Path>, T> make) {
        if (!remembers) {
            return make.apply(other -> {});
        }
        Key key = new Key(what, file);
        used.add(key);
        Kept known = kept.get(key);
        if (known == null || !holds(known)) {
            known = made(file, make);
            kept.put(key, known);
        }
        return (T) known.made();
    }

    private static boolean holds(Kept known) {
        return known.settled()
                && known.files().entrySet().stream()
                        .allMatch(file -> state(file.getKey()).equals(file.getValue()));
    }

    private static Kept made(Path file, Function<Consumer<Path>, ?> make) {
        Map<Path, Optional<State>> files = new HashMap<>();
        long now = System.currentTimeMillis();
        files.put(file, state(file));
        Object made = make.apply(other -> files.computeIfAbsent(other, FileMemory::state));
        long old = TimeUnit.MILLISECONDS.toNanos(now - CLOCK_RESOLUTION_MILLIS);
        boolean settled =
                files.values().stream()
                        .flatMap(Optional::stream)
                        .allMatch(state -> state.modifiedNanos() < old);
        return new Kept(made, Map.copyOf(files), settled);
    }

    private static Optional<State> state(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(
                    new State(
                            Optional.ofNullable(now.fileKey()),
                            now.size(),
                            now.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** Forget what nobody has asked for since this was last called. */
    public void tidy() {
        kept.keySet().retainAll(used);
        used.clear();
    }

    /** The lines of a file, see {@link SourceFiles#lines(Path)}; not to be changed. */
    public List<String> lines(Path file) {
        return of("lines", file, more -> List.copyOf(SourceFiles.lines(file)));
    }

    /** The tagged regions of a file. */
    public Tags tags(Path file) {
        return of("tags", file, more -> Tags.of(SourceFiles.lines(file)));
    }

    /** The digest of a file's bytes, see {@link Digests#ofFile}. */
    public Digest digest(Path file) {
        return of("digest", file, more -> Digests.ofFile(file));
    }

    /** The digest of a file's text, see {@link Digests#ofText}. */
    public Digest textDigest(Path file) {
        return of("text digest", file, more -> Digests.ofText(file));
    }
}
