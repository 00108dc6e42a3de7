package lectern.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web host of this machine that has a site in a folder below others, and nothing else. */
final class SubfolderHost implements AutoCloseable {
    private final HttpServer server;
    private final String folder;
    private final List<String> missed = new CopyOnWriteArrayList<>();

    private SubfolderHost(HttpServer server, String folder) {
        this.server = server;
        this.folder = folder;
    }

    static SubfolderHost serve(Path site, String folder) throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        SubfolderHost host = new SubfolderHost(HttpServer.create(any, 0), folder);
        host.server.createContext("/", exchange -> host.answer(exchange, site));
        host.server.start();
        return host;
    }

    private void answer(HttpExchange exchange, Path site) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Path file = site.resolve(path.replaceFirst("^" + folder + "/", "")).normalize();
        boolean there =
                path.startsWith(folder + "/") && file.startsWith(site) && Files.isRegularFile(file);
        if (!there) {
            missed.add(path);
        }
        byte[] bytes = there ? Files.readAllBytes(file) : new byte[0];
        exchange.getResponseHeaders().add("Content-Type", type(path));
        exchange.sendResponseHeaders(there ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            default -> "application/octet-stream";
        };
    }

    /** Address of the site's folder, with a slash at its end. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + folder + "/";
    }

    /** Paths that were asked for and are not there. */
    List<String> missed() {
        return missed;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
