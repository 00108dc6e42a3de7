package lectern.serve;

import io.undertow.server.handlers.sse.ServerSentEventConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pages that are open: each hears what changes, and on opening how things stand. */
final class Audience {
    private static final int MOST = 64;
    private static final long ALIVE_MILLIS = 20_000;

    private final Set<ServerSentEventConnection> open = ConcurrentHashMap.newKeySet();
    private boolean over;
    private final Map<String, String> standing = new LinkedHashMap<>();

    /** Take in a page that opened; one too many is turned away. */
    synchronized void join(ServerSentEventConnection page) {
        if (open.size() >= MOST) {
            page.shutdown();
            return;
        }
        page.setKeepAliveTime(ALIVE_MILLIS);
        page.addCloseTask(open::remove);
        open.add(page);
        standing.forEach((event, data) -> page.send(data, event, null, null));
    }

    /** Tell all pages, and those that open later, how something stands now. */
    synchronized void tell(String event, String data) {
        if (!data.equals(standing.put(event, data)) && !over) {
            open.forEach(page -> page.send(data, event, null, null));
        }
    }

    /** Tell the pages that are open now of something that passes. */
    synchronized void mention(String event, String data) {
        if (!over) {
            open.forEach(page -> page.send(data, event, null, null));
        }
    }

    /** Tell nobody anything any more: the server ends. */
    synchronized void end() {
        over = true;
    }
}
