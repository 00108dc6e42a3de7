package lectern.runs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lectern.model.CellRun;
import lectern.model.Inputs;

/**
 * Runs kept behind an HTTP URL, one file each under the digest of its inputs, by plain GET and PUT
 * as any WebDAV server understands them.
 */
public final class SharedRuns {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String prefix;
    private final Duration patience;
    private final HttpClient client;

    /**
     * Name a store.
     *
     * @throws IllegalArgumentException when the URL is none of HTTP, in words for the author
     */
    public SharedRuns(String url) {
        this(url, PATIENCE);
    }

    SharedRuns(String url, Duration patience) {
        if (!url.matches("https?://[^/\\s]+\\S*") || url.contains("?") || url.contains("#")) {
            throw new IllegalArgumentException(
                    "'" + url + "' is no store; write http://host/path without a query");
        }
        this.prefix = url.replaceAll("/+$", "");
        this.patience = patience;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(patience)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        URI.create(prefix);
    }

    /** The store cannot be reached, is too slow or refuses; what is asked of it next will fail. */
    public static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1;

        Unavailable(String message) {
            super(message);
        }
    }

    /**
     * Fetch a run of some inputs; empty when the store has none.
     *
     * @throws IllegalArgumentException when it has something else under this name, naming what
     * @throws Unavailable when there is no answer in time
     */
    public Optional<CellRun> get(Inputs inputs) throws Unavailable {
        HttpRequest request = request(inputs).GET().build();
        HttpResponse<byte[]> response = send(request, info -> new LimitedBody(RunBundle.LIMIT));
        if (response.statusCode() == 404 || response.statusCode() == 410) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new Unavailable("it answers GET with status " + response.statusCode());
        }
        return Optional.of(RunBundle.read(response.body(), inputs));
    }

    /**
     * Give a run to the store.
     *
     * @throws Unavailable when it does not take it in time
     */
    public void put(CellRun run) throws Unavailable {
        HttpRequest request =
                request(run.inputs())
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(RunBundle.write(run)))
                        .build();
        int status = send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2) {
            throw new Unavailable("it answers PUT with status " + status);
        }
    }

    private HttpRequest.Builder request(Inputs inputs) {
        return HttpRequest.newBuilder(URI.create(prefix + "/" + RunBundle.key(inputs)))
                .timeout(patience);
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws Unavailable {
        CompletableFuture<HttpResponse<T>> future = client.sendAsync(request, handler);
        try {
            // the client's own limit ends with the head of an answer, this one with its body
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw slow();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalArgumentException tooLarge) {
                throw tooLarge;
            }
            if (e.getCause() instanceof HttpTimeoutException) {
                throw slow();
            }
            throw new Unavailable("it cannot be reached");
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + prefix, e);
        }
    }

    private Unavailable slow() {
        return new Unavailable("it did not answer within " + patience.toMillis() / 1000.0 + " s");
    }

    @Override
    public String toString() {
        return prefix;
    }
}
