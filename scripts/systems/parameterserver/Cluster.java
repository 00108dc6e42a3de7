package parameterserver;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wire.Processes;
import wire.SocketWire;
import wire.Wire;

/** Puts servers and workers into threads, or into processes, and collects their reports: servers first. */
public final class Cluster {
    private Cluster() {}

    /** Train with one thread for each node. */
    public static List<NodeReport> inThreads(Config config) {
        var ends = new Wire[config.servers()][config.workers()][];
        for (var row : ends) {
            Arrays.setAll(row, i -> Wire.pair());
        }
        var servers = new ArrayList<Server>();
        for (int s = 0; s < config.servers(); s++) {
            servers.add(new Server(config, s, Arrays.stream(ends[s]).map(pair -> pair[0]).toList()));
        }
        var workers = new ArrayList<Worker>();
        for (var shard : Shard.all(config)) {
            int i = workers.size();
            workers.add(new Worker(config, shard, Arrays.stream(ends).map(row -> row[i][1]).toList()));
        }
        var threads = new ArrayList<Thread>();
        servers.forEach(server -> threads.add(new Thread(server)));
        workers.forEach(worker -> threads.add(new Thread(worker)));
        threads.forEach(Thread::start);
        threads.forEach(Cluster::join);
        var reports = new ArrayList<NodeReport>();
        servers.forEach(server -> reports.add(server.report()));
        workers.forEach(worker -> reports.add(worker.report()));
        return reports;
    }

    private static void join(Thread node) {
        try {
            node.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the cluster was training", e);
        }
    }

    // tag::processes[]
    /** Train with one process for each node; this one sees no key and no gradient. */
    public static List<NodeReport> inProcesses(Class<?> main, Config config) {
        try (var processes = new Processes(main, config.servers() + config.workers())) {
            var nodes = processes.wires();
            for (int i = 0; i < nodes.size(); i++) {
                nodes.get(i).put(config.bytes());
                nodes.get(i).put(ByteBuffer.allocate(4).putInt(i).array());
            }
            var ports = ByteBuffer.allocate(4 * config.servers());
            nodes.subList(0, config.servers()).forEach(server -> ports.put(server.take())); // <1>
            nodes.subList(config.servers(), nodes.size()).forEach(worker -> worker.put(ports.array()));
            return nodes.stream().map(node -> NodeReport.from(node.take())).toList();
        }
    }

    /** What each process does: learn its part, find the others, train, report. */
    public static void oneNode(Wire parent) {
        var config = Config.from(parent.take());
        int node = ByteBuffer.wrap(parent.take()).getInt();
        if (node < config.servers()) {
            var server = new Server(config, node, accepted(config.workers(), parent));
            server.run();
            parent.put(server.report().bytes());
        } else {
            int i = node - config.servers();
            var ports = ByteBuffer.wrap(parent.take()).asIntBuffer();
            var servers = new ArrayList<Wire>();
            while (ports.hasRemaining()) {
                servers.add(SocketWire.connect(ports.get()));
                servers.get(servers.size() - 1).put(new byte[] {(byte) i});
            }
            var worker = new Worker(config, Shard.all(config).get(i), servers);
            worker.run();
            parent.put(worker.report().bytes());
        }
    }
    // end::processes[]

    /** Wires from all workers, in the order of their numbers. */
    private static List<Wire> accepted(int count, Wire parent) {
        var listener = SocketWire.listen();
        parent.put(ByteBuffer.allocate(4).putInt(listener.getLocalPort()).array());
        var workers = new Wire[count];
        for (int i = 0; i < count; i++) {
            var wire = SocketWire.accept(listener);
            workers[wire.take()[0]] = wire;
        }
        return List.of(workers);
    }
}
