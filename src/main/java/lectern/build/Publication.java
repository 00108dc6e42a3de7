package lectern.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import lectern.render.SiteFiles;

/** Outputs of a build that wait for each other: they take their places together or not at all. */
final class Publication {
    private final Path waiting;
    private final Map<Path, Path> places = new LinkedHashMap<>();
    private SiteFiles site;

    /**
     * Begin with nothing.
     *
     * @param waiting folder for files that are written but not published, on the disk that they go
     *     to
     */
    Publication(Path waiting) {
        this.waiting = waiting;
    }

    /** Where to write a file that is to be published at a place. */
    Path file(Path place) {
        Path written = waiting.resolve(place.getFileName());
        places.put(written, place);
        return written;
    }

    /** Where to write the site that is to be published in a folder. */
    SiteFiles site(Path folder) {
        site = SiteFiles.waiting(folder);
        return site;
    }

    /** Put everything in its place. */
    void publish() {
        if (site != null) {
            site.publish();
        }
        places.forEach(
                (written, place) -> {
                    try {
                        Files.createDirectories(place.toAbsolutePath().getParent());
                        Files.move(written, place, StandardCopyOption.REPLACE_EXISTING);
                    } catch (IOException e) {
                        throw new UncheckedIOException("writing " + place, e);
                    }
                });
    }

    /** Take back what was written. */
    void discard() {
        for (Path written : places.keySet()) {
            try {
                Files.deleteIfExists(written);
            } catch (IOException e) {
                throw new UncheckedIOException("deleting " + written, e);
            }
        }
    }
}
