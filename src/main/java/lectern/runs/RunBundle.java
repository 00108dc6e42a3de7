package lectern.runs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.CellRun;
import lectern.model.Inputs;
import lectern.text.Digests;

/**
 * One run as one file, to be passed from machine to machine: a head, each file of the record with
 * its length and its digest, and a digest over everything. It tells damage and mistaken identity;
 * against an enemy it tells nothing, so a store must be trusted as the repository is.
 */
public final class RunBundle {
    /** Largest bundle, in bytes, that is read. */
    public static final int LIMIT = 16 << 20;

    private static final String HEAD = "lectern run 1\n";
    private static final Pattern FILE = Pattern.compile("file (\\S+) (\\d{1,8}) ([0-9a-f]{64})");
    private static final int END = "end ".length() + 64 + 1;

    private final byte[] bundle;
    private final Map<String, byte[]> files = new HashMap<>();
    private int at;

    private RunBundle(byte[] bundle) {
        this.bundle = bundle;
    }

    /** The name that runs of these inputs go by, 64 hexadecimal digits. */
    public static String key(Inputs inputs) {
        return RunRecord.digest(inputs).hex();
    }

    /** Pack a run. */
    public static byte[] write(CellRun run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii(HEAD));
        RunRecord.files(run)
                .forEach(
                        (name, content) -> {
                            String hex = Digests.of(content).hex();
                            out.writeBytes(ascii("file " + name + " " + content.length + " "));
                            out.writeBytes(ascii(hex + "\n"));
                            out.writeBytes(content);
                            out.writeBytes(ascii("\n"));
                        });
        out.writeBytes(ascii("end " + Digests.of(out.toByteArray()).hex() + "\n"));
        return out.toByteArray();
    }

    /**
     * Unpack a run.
     *
     * @param expected inputs that it must be a run of
     * @throws IllegalArgumentException when it is anything but what {@link #write} wrote of such a
     *     run, naming what is wrong
     */
    public static CellRun read(byte[] bundle, Inputs expected) {
        RunBundle reader = new RunBundle(bundle);
        reader.files();
        byte[] record = reader.files.get(RunRecord.RUN);
        require(record != null, "it holds no record");
        CellRun run =
                RunRecord.parse(
                        RunRecord.RUN,
                        new String(record, StandardCharsets.UTF_8),
                        name -> Optional.ofNullable(reader.files.get(name)));
        require(run.inputs().equals(expected), "it is the run of other inputs");
        require(Arrays.equals(write(run), bundle), "it holds more than a run");
        return run;
    }

    private void files() {
        require(bundle.length <= LIMIT, "it is larger than " + (LIMIT >> 20) + " MiB");
        require(bundle.length >= HEAD.length() + END, "it was cut off");
        require(startsWith(HEAD), "it is no bundle");
        int end = bundle.length - END;
        String whole = Digests.of(Arrays.copyOf(bundle, end)).hex();
        String last = new String(bundle, end, END, StandardCharsets.ISO_8859_1);
        require(last.equals("end " + whole + "\n"), "it was cut off or changed on its way");
        at = HEAD.length();
        while (at < end) {
            file(end);
        }
    }

    private void file(int end) {
        int start = at;
        while (at < end && bundle[at] != '\n') {
            at++;
        }
        Matcher head =
                FILE.matcher(new String(bundle, start, at - start, StandardCharsets.ISO_8859_1));
        require(head.matches(), "a file in it has no head");
        String name = head.group(1);
        int length = Integer.parseInt(head.group(2));
        at++;
        require(length < end - at, "its file '" + name + "' was cut off");
        byte[] content = Arrays.copyOfRange(bundle, at, at + length);
        at += length + 1;
        require(
                Digests.of(content).hex().equals(head.group(3)),
                "its file '" + name + "' was changed on its way");
        require(files.put(name, content) == null, "it holds '" + name + "' twice");
    }

    private boolean startsWith(String head) {
        return new String(bundle, 0, head.length(), StandardCharsets.ISO_8859_1).equals(head);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
