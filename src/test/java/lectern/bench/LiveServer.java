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
import java.util.stream.Stream;

/** A book that is served by processes of their own, as an author starts them. */
final class LiveServer implements AutoCloseable {
    private static final Pattern DONE = Pattern.compile("\\S+ done after ([\\d.]+) s");
    private static final HttpClient WEB = HttpClient.newHttpClient();
    private static final long LONGEST_SECONDS = 180;

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
        String first = said.readLine();
        if (first == null) {
            throw new IllegalStateException(
                    "the server does not start\n"
                            + Files.readString(target.resolveSibling("errors.log")));
        }
        url = first.split(" ")[1];
        HttpResponse<Void> answer =
                WEB.send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.discarding());
        firstPageMillis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no first page: " + answer.statusCode());
        }
        Thread listener = new Thread(() -> said.lines().forEach(this::hear));
        listener.setDaemon(true);
        listener.start();
    }

    /** Build a book, as an author does before. */
    static void build(Path book, Path target) throws IOException, InterruptedException {
        Path log = target.resolveSibling("build.log");
        int exit =
                command("build", book, target, List.of("--format", "html"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the book does not build\n" + Files.readString(log));
        }
    }

    /** Lectern as an author has it. */
    private static ProcessBuilder command(String verb, Path book, Path target, List<String> more) {
        Path jar = Settings.ofSystem().jar();
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-jar",
                                jar.toString(),
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
        } else {
            System.out.println("// it says: " + line);
        }
    }

    /** The address of a page. */
    String page(String name) {
        return url.replace("/?", "/" + name + "?");
    }

    /** From the start to the first page. */
    double firstPageMillis() {
        return firstPageMillis;
    }

    /** The page of a chapter that shows a text, once it is written. */
    String pageWith(Path live, String text) throws IOException, InterruptedException {
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (System.nanoTime() < last) {
            Thread.sleep(200);
            if (Files.isDirectory(live)) {
                try (Stream<Path> pages = Files.list(live)) {
                    for (Path page : pages.filter(p -> p.toString().endsWith(".html")).toList()) {
                        String name = page.getFileName().toString();
                        if (!name.equals("book.html") && Files.readString(page).contains(text)) {
                            return name;
                        }
                    }
                }
            }
        }
        throw new IllegalStateException("no page ever showed '" + text + "'");
    }

    /** How long the next program took that has not been asked for, to a tenth of a second. */
    double runMillis() throws InterruptedException {
        Double millis = runs.poll(60, TimeUnit.SECONDS);
        if (millis == null) {
            throw new IllegalStateException("no example was run");
        }
        return millis;
    }

    /** Memory of all processes, that which waits for the one that serves among them, in MiB. */
    long residentMib() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .mapToLong(child -> kib(child, "VmRSS:"))
                        .sum()
                >> 10;
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

    /** End it and all that it started; nothing of it is left to disturb the next measurement. */
    @Override
    public void close() {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }
}
