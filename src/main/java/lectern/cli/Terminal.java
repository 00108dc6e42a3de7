package lectern.cli;

import java.util.Map;
import lectern.build.Progress;

/** Whether a person watches. */
final class Terminal {
    private Terminal() {}

    /** A progress that suits what the console is: redrawn in a terminal, plain lines elsewhere. */
    static Progress progress(Console console) {
        return redraws(System.getenv())
                ? new LiveProgress(console.writer(), width(System.getenv()))
                : console::say;
    }

    private static boolean redraws(Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", "dumb");
        return isTerminal() && !kind.equals("dumb") && !environment.containsKey("CI");
    }

    /** From Java 22 on there is a console even where no terminal is, and it says so. */
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : 80;
    }
}
