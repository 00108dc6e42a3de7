package lectern.cli;

import java.util.List;
import lectern.build.Sharing;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says where runs are shared. */
final class StoreOption {
    static final String VARIABLE = "LECTERN_STORE";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description =
                    "Share runs through an HTTP server that takes PUT (default: the environment"
                            + " variable "
                            + VARIABLE
                            + ", or none).")
    private String url;

    /** Open the store, or refuse as a usage error what is none. */
    Sharing sharing() {
        String named = url == null ? System.getenv(VARIABLE) : url;
        if (named == null || named.isBlank()) {
            return Sharing.off();
        }
        try {
            return Sharing.through(named);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** The option again, for a process of our own, which inherits the environment. */
    List<String> arguments() {
        return url == null ? List.of() : List.of("--store", url);
    }
}
