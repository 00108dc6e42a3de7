package lectern.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A book that is served by a process of its own, as an author starts it. */
final class LiveServer implements AutoCloseable {
    private static final Pattern DONE = Pattern.compile("\\S+ done after ([\\d.]+) s");

    private final Process process;
    private final String url;
    private final BlockingQueue<Double> runs = new LinkedBlockingQueue<>();
    private final double firstPageMillis;

    /** Start, and ask for a page at once. */
    LiveServer(Path book, Path target) throws IOException, InterruptedException {
        long start = System.nanoTime();
        process =
                command("serve", book, target, List.of("--port", "0"))
                        .redirectError(target.resolveSibling("errors.log").toFile())
                        .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        url = said.readLine().split(" ")[1];
        HttpResponse<Void> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(url)).build(),
                                HttpResponse.BodyHandlers.discarding());
        firstPageMillis = answer.statusCode() == 200 ? (System.nanoTime() - start) / 1e6 : -1;
        Thread listener = new Thread(() -> said.lines().forEach(this::hear));
        listener.setDaemon(true);
        listener.start();
    }

    /** Lectern in a process of its own. */
    static ProcessBuilder command(String verb, Path book, Path target, List<String> more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "lectern.cli.Main",
                                verb,
                                "--book",
                                book.toString(),
                                "--target",
                                target.toString()));
        words.addAll(more);
        return new ProcessBuilder(words);
    }

    private void hear(String line) {
        Matcher done = DONE.matcher(line);
        if (done.matches()) {
            runs.add(Double.parseDouble(done.group(1)) * 1000);
        }
    }

    /** The address of a page. */
    String page(String name) {
        return url.replace("/?", "/" + name + "?");
    }

    /** From the start to the first page; negative when there was none yet. */
    double firstPageMillis() {
        return firstPageMillis;
    }

    /** How long the next program took that has not been asked for, to a tenth of a second. */
    double runMillis() throws InterruptedException {
        Double millis = runs.poll(60, TimeUnit.SECONDS);
        return millis == null ? 0 : millis;
    }

    /** Memory of the processes that serve, without those that wait for them, in MiB. */
    long residentMib() {
        return process.descendants().mapToLong(child -> kib(child, "VmRSS:")).sum() >> 10;
    }

    private static long kib(ProcessHandle process, String field) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Processor time of those processes so far, in milliseconds. */
    double cpuMillis() {
        return process.descendants()
                        .mapToDouble(
                                child ->
                                        child.info()
                                                .totalCpuDuration()
                                                .map(t -> t.toNanos())
                                                .orElse(0L))
                        .sum()
                / 1e6;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
