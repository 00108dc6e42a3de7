package lectern.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides who may ask for what. The code of the book runs on the author's machine, so a page of
 * another site, a name that was bound anew to this machine and other people on it are kept out.
 */
final class Gate {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+\\]");
    private static final int TOKEN_BYTES = 24;

    private final String host;
    private final int port;
    private final String token;

    /**
     * What is known of a request.
     *
     * @param host header, with the port
     * @param origin header; absent where the browser sends none
     * @param shown the token that a cookie or the address shows
     * @param sworn the token that the page's own script sends in a header
     */
    record Request(
            String method,
            Optional<String> host,
            Optional<String> origin,
            Optional<String> shown,
            Optional<String> sworn) {}

    /**
     * Guard one server.
     *
     * @param host that it listens on, as the author gave it
     * @param token that its address has
     */
    Gate(String host, int port, String token) {
        this.host = host.toLowerCase(Locale.ROOT);
        this.port = port;
        this.token = token;
    }

    /** A token that nobody guesses. */
    static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether only this machine can reach a host of that name. */
    static boolean loopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.equals("::1");
    }

    /** Why a request is refused; empty when it may pass. */
    Optional<String> refusal(Request request) {
        if (request.host().isEmpty() || !ours(request.host().get())) {
            return Optional.of("this server has another name");
        }
        if (request.origin().isPresent()
                && !request.origin().get().equals("http://" + request.host().get())) {
            return Optional.of("pages of other sites may not ask here");
        }
        boolean reading = Set.of("GET", "HEAD").contains(request.method());
        if (!reading && !request.method().equals("POST")) {
            return Optional.of("there is no such request here");
        }
        if (!is(request.shown())) {
            return Optional.of("open the address that the terminal shows, with its token");
        }
        if (!reading && (!is(request.sworn()) || request.origin().isEmpty())) {
            return Optional.of("only a page of this book may ask for that");
        }
        return Optional.empty();
    }

    private boolean ours(String asked) {
        String name = asked.toLowerCase(Locale.ROOT);
        String tail = ":" + port;
        if (!name.endsWith(tail)) {
            return false;
        }
        name = name.substring(0, name.length() - tail.length());
        if (loopback(host)) {
            return LOOPBACK.contains(name);
        }
        // no foreign name leads to a bare address
        return name.equals(host) || LOOPBACK.contains(name) || ADDRESS.matcher(name).matches();
    }

    /** Whether this is the token, without telling by the time it takes how much of it is right. */
    private boolean is(Optional<String> claimed) {
        return claimed.isPresent()
                && MessageDigest.isEqual(
                        claimed.get().getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }
}
