package lectern.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ways to keep a run from the network, from other processes and from other people's files. */
public enum Sandbox {
    /** Bubblewrap: no network, own processes, all files but the run's own read-only. */
    BWRAP,
    /** Name spaces of Linux: no network, own processes; files are watched, not guarded. */
    UNSHARE,
    /** Nothing but settings of the virtual machine, which a program can get around. */
    GUARDS;

    private static final class Probe {
        private static final Sandbox BEST =
                BWRAP.works() ? BWRAP : UNSHARE.works() ? UNSHARE : GUARDS;

        private Probe() {}
    }

    private static final class Tie {
        private static final List<String> SETPRIV = List.of("setpriv", "--pdeathsig", "KILL");
        private static final List<String> WORDS = succeeds(SETPRIV) ? SETPRIV : List.of();

        private Tie() {}
    }

    /** The strictest that works here; tried once, a few milliseconds. */
    public static Sandbox best() {
        return Probe.BEST;
    }

    /** Whether this system has the program that it takes and lets us use it. */
    public boolean works() {
        if (this == GUARDS) {
            return true;
        }
        return succeeds(prefix(List.of(), false));
    }

    /** Whether the command {@code true} runs behind a prefix. */
    private static boolean succeeds(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(5, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether a run cannot write outside its own folders. */
    public boolean guardsFiles() {
        return this == BWRAP;
    }

    /** What to put before a command so that it runs in this sandbox. */
    List<String> prefix(List<Path> writable, boolean network) {
        return switch (this) {
            case BWRAP -> bwrap(writable, network);
            case UNSHARE -> tied(unshare(network));
            case GUARDS -> tied(List.of());
        };
    }

    private static List<String> bwrap(List<Path> writable, boolean network) {
        List<String> words = new ArrayList<>(List.of("bwrap", "--ro-bind", "/", "/"));
        words.addAll(List.of("--dev", "/dev", "--proc", "/proc"));
        for (Path folder : writable) {
            words.addAll(List.of("--bind", folder.toString(), folder.toString()));
        }
        words.addAll(List.of("--unshare-all", "--die-with-parent", "--new-session"));
        if (network) {
            words.add("--share-net");
        }
        words.add("--");
        return words;
    }

    /** A command that the system kills, where it can, when the thread that started it is gone. */
    private static List<String> tied(List<String> command) {
        List<String> words = new ArrayList<>(Tie.WORDS);
        words.addAll(command);
        return words;
    }

    private static List<String> unshare(boolean network) {
        List<String> words = new ArrayList<>(List.of("unshare", "--map-root-user"));
        words.addAll(List.of("--pid", "--fork", "--kill-child", "--mount-proc"));
        if (network) {
            return words;
        }
        // a new network has its loopback down, and an example may talk to itself
        words.addAll(List.of("--net", "sh", "-c"));
        words.addAll(List.of("ip link set lo up 2>/dev/null; exec \"$@\"", "sh"));
        return words;
    }

    /** Options of the virtual machine that keep well-behaved programs from the network. */
    List<String> options(Path hosts, boolean network) {
        if (this != GUARDS || network) {
            return List.of();
        }
        return List.of(
                "-Djdk.net.hosts.file=" + hosts,
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=9",
                "-Dhttp.proxyHost=127.0.0.1",
                "-Dhttp.proxyPort=9",
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=9");
    }

    /** What it gives, for a person. */
    public String describe() {
        return switch (this) {
            case BWRAP -> "bwrap: no network, own processes, writes only to its own folder";
            case UNSHARE ->
                    "unshare: no network, own processes; writes to the book are reported, writes outside it are not seen";
            case GUARDS ->
                    "settings of the virtual machine only: the network is off for most programs,"
                            + " writes to the book are reported, writes outside it are not seen";
        };
    }
}
