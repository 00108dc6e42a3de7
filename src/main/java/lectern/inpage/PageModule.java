package lectern.inpage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A module for the page.
 *
 * @param alias names it
 * @param file with its code; not there when it has gaps
 * @param gaps what the example asks for that no page has
 * @param bytes of the code, compressed
 * @param cpuMillis that compiling took; 0 when it was there already
 */
public record PageModule(String alias, Path file, List<Gap> gaps, long bytes, long cpuMillis) {

    /** Most that the module of an example may weigh, compressed. */
    public static final long BUDGET = 120 * 1024;

    /** Most that the module that draws figures may weigh, compressed. */
    public static final long PLOT_BUDGET = 600 * 1024;

    /** Copy the list. */
    public PageModule {
        gaps = List.copyOf(gaps);
    }

    /** Weight of a text as a server would send it. */
    static long compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("compressing a module", e);
        }
        return bytes.size();
    }
}
