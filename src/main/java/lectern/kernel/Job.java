package lectern.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lectern.script.Script;

/**
 * One run of a script.
 *
 * @param name keeps concurrent runs apart; a plain word
 * @param script to run
 * @param dependencies files of its {@code //DEPS}, transitively
 * @param args handed to it
 * @param stdin fed to its standard input, which is at its end at once when there is none
 * @param timeout after which it is killed
 * @param network whether it may reach the network
 */
public record Job(
        String name,
        Script script,
        List<Path> dependencies,
        List<String> args,
        Optional<Path> stdin,
        Duration timeout,
        boolean network) {

    /** Copy the lists. */
    public Job {
        dependencies = List.copyOf(dependencies);
        args = List.copyOf(args);
    }
}
