package lectern.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real web server that takes PUT, as a team would set one up. */
final class NginxStore {
    private static final List<String> PLACES =
            List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx");

    private final String nginx;
    private final Path folder;
    private final int port;

    private NginxStore(String nginx, Path folder, int port) {
        this.nginx = nginx;
        this.folder = folder;
        this.port = port;
    }

    /** Start a server; where nginx is not installed the test is skipped, and says so. */
    static NginxStore start(Path folder) throws IOException, InterruptedException {
        Optional<String> nginx =
                PLACES.stream().filter(file -> Files.isExecutable(Path.of(file))).findFirst();
        if (nginx.isEmpty()) {
            System.err.println("WARNING: no nginx here, the store of shared runs is not tested");
        }
        Assumptions.assumeTrue(nginx.isPresent(), "no nginx");
        NginxStore store = new NginxStore(nginx.get(), folder, freePort());
        Files.createDirectories(store.entries());
        Files.createDirectories(folder.resolve("temp"));
        Files.writeString(folder.resolve("nginx.conf"), store.configuration());
        // it returns when it listens
        store.command();
        return store;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String configuration() {
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        return """
                %s
                pid %s/nginx.pid;
                error_log %s/error.log;
                worker_processes 1;
                events {}
                http {
                  access_log off;
                  client_body_temp_path %s/temp;
                  proxy_temp_path %s/temp/p;
                  fastcgi_temp_path %s/temp/f;
                  uwsgi_temp_path %s/temp/u;
                  scgi_temp_path %s/temp/s;
                  client_max_body_size 32m;
                  server {
                    listen 127.0.0.1:%d;
                    root %s/www;
                    location /runs/ { dav_methods PUT; create_full_put_path on; }
                    location /slow/ { alias %s/www/runs/; limit_rate 100; }
                    location /closed/ { return 403; }
                  }
                }
                """
                .formatted(
                        user, folder, folder, folder, folder, folder, folder, folder, port, folder,
                        folder);
    }

    private void command(String... more) throws IOException, InterruptedException {
        List<String> words =
                Stream.concat(
                                Stream.of(
                                        nginx,
                                        "-q",
                                        "-p",
                                        folder.toString(),
                                        "-c",
                                        folder.resolve("nginx.conf").toString(),
                                        "-e",
                                        folder.resolve("error.log").toString()),
                                Stream.of(more))
                        .toList();
        Path said = folder.resolve("said.txt");
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor()).as(Files.readString(said, StandardCharsets.UTF_8)).isZero();
    }

    /** Where the server keeps what it is given. */
    Path entries() {
        return folder.resolve("www/runs");
    }

    /** The only entry. */
    Path entry() throws IOException {
        try (Stream<Path> files = Files.list(entries())) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /** URL of a location: {@code runs}, {@code slow} (100 bytes a second) or {@code closed}. */
    String url(String location) {
        return "http://127.0.0.1:" + port + "/" + location;
    }

    /** Stop the server that this one started. */
    void stop() throws IOException, InterruptedException {
        command("-s", "stop");
    }
}
