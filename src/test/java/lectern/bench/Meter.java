package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a command as a process and tells what it took. */
sealed interface Meter permits TimeMeter, ProcMeter {

    /** How the figures are taken, in a few words for the reader. */
    String means();

    /**
     * Run a command to its end.
     *
     * @param folder it runs in
     * @param log takes everything it prints
     */
    Usage run(List<String> command, Path folder, Path log) throws IOException, InterruptedException;

    /** The better meter of this system. */
    static Meter ofThisSystem() {
        if (Files.isExecutable(TimeMeter.PROGRAM)) {
            return new TimeMeter();
        }
        if (Files.isReadable(ProcMeter.SELF)) {
            return new ProcMeter();
        }
        throw new IllegalStateException(
                "processor time is read from GNU time or from /proc; this system has neither");
    }

    /** A process of a command, with the variables gone that would change how a JVM runs. */
    static ProcessBuilder process(List<String> command, Path folder, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment()
                .keySet()
                .removeAll(
                        List.of(
                                "MAVEN_OPTS",
                                "MAVEN_ARGS",
                                "MAVEN_CONFIG",
                                "JDK_JAVA_OPTIONS",
                                "MAVEN_PROJECTBASEDIR",
                                "CLASSWORLDS_JAR",
                                "CLASSWORLDS_LAUNCHER"));
        return builder;
    }
}
