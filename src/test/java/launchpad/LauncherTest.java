package launchpad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds on every launch type, and what must not be possible on any. */
class LauncherTest {
    interface Desk {
        String say(String word, int times, double[] numbers);

        void fail(String why) throws IOException;

        int meet() throws Exception;

        Object unsendable();
    }

    static final class OakDesk implements Desk {
        private final CyclicBarrier barrier = new CyclicBarrier(8);

        @Override
        public String say(String word, int times, double[] numbers) {
            return word.repeat(times) + (numbers == null ? "" : numbers.length);
        }

        @Override
        public void fail(String why) throws IOException {
            throw new IOException(why);
        }

        @Override
        public int meet() throws InterruptedException, BrokenBarrierException, TimeoutException {
            return barrier.await(20, TimeUnit.SECONDS);
        }

        @Override
        public Object unsendable() {
            return new Object();
        }
    }

    /** Cannot be built. */
    static final class BrokenDesk implements Runnable {
        BrokenDesk() {
            throw new IllegalArgumentException("no legs");
        }

        @Override
        public void run() {}
    }

    /** Works until it is stopped. */
    static final class Sleeper implements Runnable, AutoCloseable {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void run() {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                return;
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static Handle<Desk> desk(Program program) {
        return program.addNode("desk", CourierNode.of(Desk.class, OakDesk.class));
    }

    @Property(tries = 3)
    void callsArriveAndReturn(@ForAll LaunchType type) {
        var program = new Program("one");
        var handle = desk(program);
        try (var running = Launcher.launch(program, type)) {
            var desk = running.client(handle);
            assertThat(desk.say("ab", 2, new double[3])).isEqualTo("abab3");
            assertThat(desk.say("é中", 1, null)).isEqualTo("é中");
            assertThat(desk).hasToString("client of desk/0").isEqualTo(desk);
        }
    }

    @Property(tries = 3)
    void exceptionsArriveWithTypeAndMessage(@ForAll LaunchType type) {
        var program = new Program("one");
        var handle = desk(program);
        try (var running = Launcher.launch(program, type)) {
            var desk = running.client(handle);
            assertThatThrownBy(() -> desk.fail("out of ink"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("out of ink");
            assertThat(desk.say("still here", 1, null)).isEqualTo("still here");
        }
    }

    @Property(tries = 3)
    void eightCallsAtOnceAreServedAtOnce(@ForAll LaunchType type) {
        var program = new Program("one");
        var handle = desk(program);
        try (var running = Launcher.launch(program, type)) {
            var desk = running.client(handle);
            var futures = new ArrayList<CompletableFuture<Integer>>();
            for (int i = 0; i < 8; i++) {
                futures.add(
                        Clients.future(
                                desk,
                                d -> {
                                    try {
                                        return d.meet(); // returns only when eight are inside
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                }));
            }
            assertThat(futures.stream().map(CompletableFuture::join))
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        }
    }

    @Property(tries = 3)
    void nodeThatCannotBeBuiltIsNamed(@ForAll LaunchType type) {
        var program = new Program("broken");
        var handle = program.addNode("desk", CourierNode.of(Runnable.class, BrokenDesk.class));
        try (var running = Launcher.launch(program, type)) {
            assertThatThrownBy(() -> running.join(handle))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("node desk/0 failed: java.lang.IllegalArgumentException: no legs");
            assertThatThrownBy(() -> running.client(handle).run())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no legs");
        }
    }

    @Property(tries = 3)
    void closingStopsANodeThatWouldRunForEver(@ForAll LaunchType type) {
        var program = new Program("sleep");
        var handle = program.addNode("sleeper", CourierNode.of(Runnable.class, Sleeper.class));
        var running = Launcher.launch(program, type);
        running.close();
        if (type != LaunchType.PROCESSES) {
            running.join(handle);
        }
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Example
    void replyThatCannotTravelSaysSo() {
        var program = new Program("one");
        var handle = desk(program);
        try (var running = Launcher.launch(program, LaunchType.SOCKETS)) {
            assertThatThrownBy(() -> running.client(handle).unsendable())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("reply cannot travel: java.lang.Object");
        }
    }

    @Example
    void callerWithoutTheSecretGetsNoAnswer() throws IOException {
        var object = new CompletableFuture<Object>();
        object.complete(new OakDesk());
        try (var server = new CourierServer(Desk.class, object, 42)) {
            server.start();
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                var out = new DataOutputStream(socket.getOutputStream());
                out.writeLong(41);
                Wire.write(out, new Wire.Call("unsendable", new Class<?>[0], null));
                assertThatThrownBy(() -> new DataInputStream(socket.getInputStream()).readInt())
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Example
    void handleIsNoClientBeforeTheLaunch() {
        var handle = desk(new Program("one"));
        assertThatThrownBy(handle::dereference)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("handle of desk/0 has no address before its program is launched");
    }

    @Example
    void edgesLeadFromTheNodeThatGotAHandle() {
        var program = new Program("graph");
        var one = desk(program);
        var two = desk(program);
        var node =
                CourierNode.<Runnable>of(
                        Runnable.class, Sleeper.class, List.of(one, List.of(two)), 7);
        program.addNode("all", node);

        assertThat(program.labels()).containsExactly("desk/0", "desk/1", "all/0");
        assertThat(program.edges()).containsExactly(new int[] {2, 0}, new int[] {2, 1});
        assertThatThrownBy(() -> program.addNode("again", node))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a node is added once, to a group with a name");
    }

    @Example
    void constructorThatDoesNotFitIsNamed() {
        var node = CourierNode.of(Desk.class, OakDesk.class, 1, 2);
        assertThatThrownBy(() -> node.build(handle -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("launchpad.LauncherTest$OakDesk has 0 constructors with 2 parameters");
    }
}
