package lectern.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Takes the book out of an earlier revision of its git repository. */
final class GitRevision {
    private final Path root;
    private final String commit;

    private GitRevision(Path root, String commit) {
        this.root = root;
        this.commit = commit;
    }

    /**
     * Find a revision.
     *
     * @throws IllegalArgumentException when there is no git, no checkout or no such revision
     */
    static GitRevision of(Path root, String name) {
        if (git(root, "rev-parse", "--is-inside-work-tree").isEmpty()) {
            throw new IllegalArgumentException("the book lies in no git checkout");
        }
        String commit =
                git(
                                root,
                                "rev-parse",
                                "--verify",
                                "--quiet",
                                "--end-of-options",
                                name + "^{commit}")
                        .stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "git knows no revision '" + name + "'"));
        return new GitRevision(root, commit);
    }

    private static List<String> git(Path root, String... words) {
        try {
            Process process = start(root, words);
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? out.lines().toList() : List.of();
        } catch (IOException e) {
            throw new IllegalArgumentException("git is not installed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git ran", e);
        }
    }

    private static Process start(Path root, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(words));
        return new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Lay the files of the book as they were into a folder, which is emptied before. */
    void export(Path folder) {
        delete(folder);
        try {
            Process process = start(root, "archive", "--format=zip", "-0", commit);
            try (InputStream out = process.getInputStream()) {
                unpack(out, folder);
            }
            if (process.waitFor() != 0) {
                throw new IllegalArgumentException("git cannot read " + commit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + commit, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git ran", e);
        }
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        Files.createDirectories(folder);
        ZipInputStream zip = new ZipInputStream(archive, StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("'" + entry.getName() + "' lies outside the repository");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        archive.transferTo(OutputStream.nullOutputStream());
    }

    /** Delete a folder with all that is in it. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("deleting " + folder, e);
        }
    }
}
