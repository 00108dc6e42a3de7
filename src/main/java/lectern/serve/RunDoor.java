package lectern.serve;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lectern.runs.RunPlan;
import lectern.text.CommandWords;

/**
 * Takes what pages ask of examples: to run one, to stop a run, to accept it. What a run prints is
 * the answer, a line of JSON at a time; a page that leaves ends its run.
 */
final class RunDoor implements AutoCloseable {
    private static final int MOST_BYTES = 4096;
    private static final long ALIVE_SECONDS = 1;

    private final Trials trials;
    private final Function<String, Optional<RunPlan.Item>> cells;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task, "run-door");
                        thread.setDaemon(true);
                        return thread;
                    });

    /**
     * Open.
     *
     * @param cells that can be run, by name
     */
    RunDoor(Trials trials, Function<String, Optional<RunPlan.Item>> cells) {
        this.trials = trials;
        this.cells = cells;
    }

    /** Meet a request that the gate has let through, or refuse it. */
    void handle(HttpServerExchange exchange) {
        exchange.dispatch(threads, this::answer);
    }

    private void answer(HttpServerExchange exchange) throws IOException {
        try {
            switch (exchange.getRequestPath()) {
                case "/_lectern/run" -> run(exchange);
                case "/_lectern/stop" -> {
                    trials.stop(named(exchange, "run"));
                    done(exchange, "stopped");
                }
                case "/_lectern/accept" -> {
                    trials.accept(named(exchange, "run"));
                    done(exchange, "recorded");
                }
                default ->
                        throw new Refused(
                                StatusCodes.NOT_FOUND, "there is nothing to ask for here");
            }
        } catch (Refused refused) {
            exchange.setStatusCode(refused.status());
            done(exchange, refused.getMessage());
        }
    }

    private static void done(HttpServerExchange exchange, String text) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, SiteFolder.type(".txt"));
        exchange.getResponseSender().send(text + "\n");
    }

    private static String named(HttpServerExchange exchange, String name) {
        return Optional.ofNullable(exchange.getQueryParameters().get(name))
                .map(values -> values.getFirst())
                .orElse("");
    }

    private void run(HttpServerExchange exchange) throws IOException {
        String cell = named(exchange, "cell");
        RunPlan.Item item =
                cells.apply(cell)
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                StatusCodes.NOT_FOUND,
                                                "there is no example '" + cell + "' to run"));
        Trial trial = trials.begin(item, CommandWords.parse(body(exchange)));
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "application/x-ndjson; charset=utf-8");
        try {
            write(exchange.getOutputStream(), Map.of("run", trial.id()));
            Map<String, Object> next;
            do {
                next = trial.told().poll(ALIVE_SECONDS, TimeUnit.SECONDS);
                write(exchange.getOutputStream(), next == null ? Map.of() : next);
            } while (next == null || !next.containsKey("end"));
        } catch (IOException gone) {
            trial.stop();
        } catch (InterruptedException e) {
            trial.stop();
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream to, Map<String, Object> line) throws IOException {
        to.write((JsonText.of(line) + "\n").getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    private static String body(HttpServerExchange exchange) throws IOException {
        Refused tooLong =
                new Refused(
                        StatusCodes.REQUEST_ENTITY_TOO_LARGE,
                        "arguments are at most " + MOST_BYTES + " bytes");
        if (exchange.getRequestContentLength() > MOST_BYTES) {
            throw tooLong;
        }
        exchange.startBlocking();
        byte[] bytes = exchange.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw tooLong;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        trials.close();
        threads.shutdownNow();
    }
}
