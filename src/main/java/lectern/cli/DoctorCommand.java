package lectern.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import lectern.build.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what this machine offers to the runs of a book. */
@Command(
        name = "doctor",
        description = "Say what this machine offers: sandbox, Java, Maven repository, JBang.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec);
        Machine machine = new Machine();
        console.say("sandbox           " + machine.sandbox());
        console.say("Java              " + machine.java());
        console.say("compiler          " + (machine.compiler() ? "yes" : "no: use a JDK"));
        console.say("Maven repository  " + machine.mavenRepository());
        console.say("cores             " + machine.cores() + ", two runs at a time");
        console.say("temporary space   " + machine.temporarySpace());
        console.say(
                "JBang             "
                        + (onPath("jbang")
                                ? "on the path"
                                : "not on the path; 'lectern run ALIAS' does without"));
        return machine.compiler() ? ExitCode.CLEAN : ExitCode.DIAGNOSTICS;
    }

    private static boolean onPath(String command) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .map(folder -> Path.of(folder, command))
                .anyMatch(Files::isExecutable);
    }
}
