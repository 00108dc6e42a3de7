package lectern.serve;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lectern.text.SourceFiles;

/** Answers requests: pages, the events that keep them up to date, and nothing else. */
final class WebFront implements AutoCloseable {
    private static final String OURS = "/_lectern/";
    private static final Map<String, String> ASSETS =
            Map.of(
                    OURS + "live.js", "live.js",
                    OURS + "runs.js", "runs.js",
                    OURS + "edit.js", "edit.js",
                    OURS + "live.css", "live.css");
    private static final HttpString SWORN = new HttpString("X-Lectern-Token");
    private static final long MOST_BYTES = 64L << 10;
    private static final int MOST_HEADER_BYTES = 16 << 10;

    private final String token = Gate.newToken();
    private final String editor;
    private final Supplier<SiteFolder> site;
    private final LongSupplier version;
    private final Undertow server;
    private final String host;
    private final int port;
    private final Gate gate;
    private final RunDoor runs;

    /**
     * Listen.
     *
     * @param editor address that opens a file of the book, with {@code {file}} in it
     * @param site where pages lie now
     * @param version of the site, counting its changes
     * @param runs takes what pages ask of examples; used only where no other machine can ask
     */
    WebFront(
            ServeSettings settings,
            String editor,
            Supplier<SiteFolder> site,
            LongSupplier version,
            Audience audience,
            RunDoor runs) {
        this.editor = editor;
        this.site = site;
        this.version = version;
        this.host = settings.host();
        this.runs = runs;
        // it would print to the console otherwise
        System.setProperty("org.jboss.logging.provider", "slf4j");
        HttpHandler events = Handlers.serverSentEvents((page, last) -> audience.join(page));
        HttpHandler files = new BlockingHandler(this::file);
        server =
                Undertow.builder()
                        .addHttpListener(settings.port(), host)
                        .setIoThreads(1)
                        .setWorkerThreads(4)
                        .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MOST_BYTES)
                        .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MOST_HEADER_BYTES)
                        .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, 10_000)
                        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 60_000)
                        .setHandler(exchange -> guard(exchange, events, files))
                        .build();
        server.start();
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        port = address.getPort();
        gate = new Gate(host, port, token);
    }

    /** The address of the book, with its token. */
    String url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port + "/?token=" + token;
    }

    /** Cookies know no ports; two books side by side must not take each other's. */
    private String cookie() {
        return "lectern-" + port;
    }

    private void guard(HttpServerExchange exchange, HttpHandler events, HttpHandler files)
            throws Exception {
        exchange.getResponseHeaders()
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .put(Headers.X_FRAME_OPTIONS, "DENY")
                .put(Headers.REFERRER_POLICY, "no-referrer")
                .put(new HttpString("Cross-Origin-Resource-Policy"), "same-origin");
        Optional<String> refusal = gate.refusal(request(exchange));
        if (refusal.isPresent()) {
            refuse(exchange, StatusCodes.FORBIDDEN, refusal.get());
        } else if (exchange.getRequestMethod().equalToString("POST")) {
            ask(exchange);
        } else if (exchange.getRequestPath().equals(OURS + "events")) {
            events.handleRequest(exchange);
        } else {
            files.handleRequest(exchange);
        }
    }

    private void ask(HttpServerExchange exchange) {
        if (Gate.loopback(host)) {
            runs.handle(exchange);
        } else {
            refuse(
                    exchange,
                    StatusCodes.FORBIDDEN,
                    "nothing is run or recorded for other machines: serve without --host");
        }
    }

    private Gate.Request request(HttpServerExchange exchange) {
        Optional<String> cookie =
                Optional.ofNullable(exchange.getRequestCookie(cookie())).map(Cookie::getValue);
        return new Gate.Request(
                exchange.getRequestMethod().toString(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.HOST)),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.ORIGIN)),
                named(exchange).or(() -> cookie),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(SWORN)));
    }

    private static Optional<String> named(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getQueryParameters().get("token")).map(Deque::getFirst);
    }

    private void file(HttpServerExchange exchange) throws IOException {
        String path = exchange.getRequestPath();
        if (ASSETS.containsKey(path)) {
            send(exchange, path, asset(ASSETS.get(path)));
            return;
        }
        long now = version.getAsLong();
        Optional<Path> file = site.get().find(path);
        if (file.isEmpty() && SiteFolder.type(path).startsWith("text/html")
                || file.isEmpty() && path.equals("/")) {
            exchange.setStatusCode(StatusCodes.NOT_FOUND);
            page(exchange, LivePage.WAITING, now);
        } else if (file.isEmpty()) {
            refuse(exchange, StatusCodes.NOT_FOUND, "there is no such file");
        } else if (SiteFolder.type(file.get().toString()).startsWith("text/html")) {
            page(exchange, SourceFiles.read(file.get()), now);
        } else {
            send(exchange, file.get().toString(), Files.readAllBytes(file.get()));
        }
    }

    private static byte[] asset(String name) throws IOException {
        try (InputStream in = WebFront.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private void page(HttpServerExchange exchange, String html, long now) {
        exchange.setResponseCookie(
                new CookieImpl(cookie(), token)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSiteMode("Strict"));
        String live = LivePage.of(html, now, token, editor);
        send(exchange, ".html", live.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServerExchange exchange, String name, byte[] bytes) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, SiteFolder.type(name));
        exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
    }

    private static void refuse(HttpServerExchange exchange, int status, String why) {
        exchange.setStatusCode(status);
        send(exchange, ".txt", (why + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop();
    }
}
