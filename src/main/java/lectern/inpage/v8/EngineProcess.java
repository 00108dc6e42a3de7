package lectern.inpage.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.V8Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A process that runs modules as a page does, in V8 without a browser. */
public final class EngineProcess {
    private static final String HOST =
            """
            var lecternRun = { out: [], err: [], files: [], rests: 0, code: 0, error: '' };
            var lecternMade = null;
            var lecternDue = [];
            function lecternModule(name, make) { lecternMade = make; }
            var $rt_putStdoutCustom = function (text) { lecternRun.out.push(text); };
            var $rt_putStderrCustom = function (text) { lecternRun.err.push(text); };
            var lecternHost = {
              live: '0',
              rest: function (millis, go) { lecternRun.rests++; lecternDue.push(go); },
              file: function (name, text) { lecternRun.files.push(name, text); },
              exit: function (code) { lecternRun.exited = true; lecternRun.code = code; }
            };
            function lecternStart(args) {
              var main = lecternMade();
              main(args, function (error) {
                if (error instanceof Error && !lecternRun.exited) {
                  lecternRun.code = 1;
                  lecternRun.error = String(error.message);
                }
              });
              while (lecternDue.length) { lecternDue.shift()(); }
            }
            """;

    private EngineProcess() {}

    /**
     * Make the runs of a request, a line each: module, folder for what comes of it, arguments.
     *
     * @param args the file with the request
     */
    public static void main(String[] args) throws IOException, JavetException {
        for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
            List<String> fields = Arrays.asList(line.split("\t", -1));
            Path folder = Path.of(fields.get(1));
            Files.createDirectories(folder.resolve("out"));
            run(Path.of(fields.get(0)), folder, fields.subList(2, fields.size()));
        }
    }

    private static void run(Path module, Path folder, List<String> args)
            throws IOException, JavetException {
        try (V8Runtime engine = V8Host.getV8Instance().createV8Runtime()) {
            engine.getExecutor(HOST).executeVoid();
            engine.getExecutor(Files.readString(module, StandardCharsets.UTF_8)).executeVoid();
            engine.getGlobalObject().set("lecternArguments", String.join("\t", args));
            engine.getExecutor(
                            "lecternStart(lecternArguments === '' ? [] :"
                                    + " lecternArguments.split('\\t'))")
                    .executeVoid();
            write(folder.resolve("stdout"), text(engine, "lecternRun.out.join('')"));
            write(folder.resolve("stderr"), text(engine, "lecternRun.err.join('')"));
            write(folder.resolve("error"), text(engine, "lecternRun.error"));
            write(folder.resolve("code"), text(engine, "String(lecternRun.code)"));
            write(folder.resolve("rests"), text(engine, "String(lecternRun.rests)"));
            int files = Integer.parseInt(text(engine, "String(lecternRun.files.length)"));
            for (int i = 0; i < files; i += 2) {
                write(
                        folder.resolve("out").resolve(text(engine, "lecternRun.files[" + i + "]")),
                        text(engine, "lecternRun.files[" + (i + 1) + "]"));
            }
        }
    }

    private static String text(V8Runtime engine, String script) throws JavetException {
        try (V8Value value = engine.getExecutor(script).execute()) {
            return value.asString();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
