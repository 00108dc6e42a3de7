package lectern.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks git when each file of a book was last committed.
 *
 * <p>The same commit gives the same dates; without git, outside a checkout and in a shallow one
 * there are none, and the pages say nothing of their age.
 */
final class GitDates {
    private static final String DATE = "\u0001";

    private GitDates() {}

    /** Dates such as {@code 2026-03-01} by path from {@code root}, with forward slashes. */
    static Map<String, String> of(Path root) {
        if (!git(root, "rev-parse", "--is-shallow-repository").equals(List.of("false"))) {
            return Map.of();
        }
        Map<String, String> dates = new HashMap<>();
        String date = "";
        for (String line :
                git(
                        root,
                        "-c",
                        "core.quotePath=false",
                        "log",
                        "--format=" + DATE + "%cs",
                        "--name-only",
                        "--no-renames",
                        "--relative",
                        "--",
                        ".")) {
            if (line.startsWith(DATE)) {
                date = line.substring(DATE.length());
            } else if (!line.isEmpty()) {
                dates.putIfAbsent(line, date);
            }
        }
        return dates;
    }

    private static List<String> git(Path root, String... words) {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(root.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            byte[] out = process.getInputStream().readAllBytes();
            boolean well = process.waitFor() == 0;
            return well ? new String(out, StandardCharsets.UTF_8).lines().toList() : List.of();
        } catch (IOException e) {
            return List.of(); // no git here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git ran", e);
        }
    }
}
