package lectern.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what GNU time says, which is what the kernel counted when each process ended. */
record TimeMeter() implements Meter {
    static final Path PROGRAM = Path.of("/usr/bin/time");

    @Override
    public String means() {
        return "GNU time: user and system time of the command and the children it waited for, "
                + "resident set of the largest process";
    }

    @Override
    public Usage run(List<String> command, Path folder, Path log)
            throws IOException, InterruptedException {
        Path figures = Files.createTempFile("lectern-bench", ".time");
        List<String> timed =
                new ArrayList<>(List.of(PROGRAM.toString(), "-q", "-o", figures.toString(), "-f"));
        timed.add("%e %U %S %M");
        timed.addAll(command);
        int exit = Meter.process(timed, folder, log).start().waitFor();
        String[] parts = Files.readString(figures, StandardCharsets.UTF_8).strip().split(" ");
        Files.delete(figures);
        return new Usage(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]) / 1024,
                exit);
    }
}
