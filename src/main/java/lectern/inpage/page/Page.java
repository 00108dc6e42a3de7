package lectern.inpage.page;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Locale;
import org.teavm.interop.Async;
import org.teavm.interop.AsyncCallback;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * What stands in the page for methods of the Java library that a page does not have or that mean
 * something else there. Each has the name and, but for a receiver that comes first, the parameters
 * of the method that it stands in for.
 *
 * <p>Files are handed to the host by their name; there are no folders.
 */
public final class Page {
    private Page() {}

    /** Stands for {@link System#exit}: unwinds to the host, which reads the code. */
    public static void exit(int code) {
        ended(code);
        throw new Exit();
    }

    /** Stands for {@link System#getProperty(String)}. */
    public static String getProperty(String name) {
        return name.equals("lectern.out") ? "out" : name.equals("lectern.live") ? watched() : null;
    }

    /** Stands for {@link System#getProperty(String, String)}. */
    public static String getProperty(String name, String fallback) {
        String value = getProperty(name);
        return value == null ? fallback : value;
    }

    /**
     * Stands for {@link Thread#sleep(long)}: hands the thread to the host, which lets the program
     * go on when it likes, or never.
     */
    public static void sleep(long millis) {
        rest(millis);
    }

    @Async
    private static native void rest(double millis);

    private static void rest(double millis, AsyncCallback<Void> end) {
        resting(millis, () -> end.complete(null));
    }

    /** Stands for {@link java.nio.file.Files#createDirectories}. */
    public static Path createDirectories(Path path, FileAttribute<?>... attributes) {
        return path;
    }

    /** Stands for {@link java.nio.file.Files#writeString}. */
    public static Path writeString(
            Path path, CharSequence text, Charset charset, OpenOption... options) {
        return writeString(path, text, options);
    }

    /** Stands for {@link java.nio.file.Files#writeString}. */
    public static Path writeString(Path path, CharSequence text, OpenOption... options) {
        String name = path.toString();
        file(name.substring(name.lastIndexOf('/') + 1), text.toString());
        return path;
    }

    /** Stands for {@link java.nio.file.Files#write}, of text. */
    public static Path write(Path path, byte[] bytes, OpenOption... options) {
        return writeString(path, new String(bytes, StandardCharsets.UTF_8), options);
    }

    /** Stands for {@link String#format(String, Object...)}. */
    public static String format(String pattern, Object... args) {
        return Format.of(pattern, args);
    }

    /** Stands for {@link String#format(Locale, String, Object...)}. */
    public static String format(Locale locale, String pattern, Object... args) {
        return Format.of(pattern, args);
    }

    /** Stands for {@link String#formatted}. */
    public static String formatted(String pattern, Object... args) {
        return Format.of(pattern, args);
    }

    /** Stands for {@link PrintStream#printf(String, Object...)}. */
    public static PrintStream printf(PrintStream out, String pattern, Object... args) {
        out.print(Format.of(pattern, args));
        return out;
    }

    /** Stands for {@link PrintStream#printf(Locale, String, Object...)}. */
    public static PrintStream printf(
            PrintStream out, Locale locale, String pattern, Object... args) {
        return printf(out, pattern, args);
    }

    /** Stands for {@link PrintStream#format(String, Object...)}. */
    public static PrintStream format(PrintStream out, String pattern, Object... args) {
        return printf(out, pattern, args);
    }

    /** Stands for {@link PrintStream#format(Locale, String, Object...)}. */
    public static PrintStream format(
            PrintStream out, Locale locale, String pattern, Object... args) {
        return printf(out, pattern, args);
    }

    @JSBody(script = "return lecternHost.live || null;")
    private static native String watched();

    @JSBody(
            params = {"millis", "go"},
            script = "lecternHost.rest(millis, go);")
    private static native void resting(double millis, Go go);

    @JSBody(params = "code", script = "lecternHost.exit(code);")
    private static native void ended(int code);

    @JSBody(
            params = {"name", "text"},
            script = "lecternHost.file(name, text);")
    private static native void file(String name, String text);

    /**
     * Lets a program that rests go on. The name of its method stays as it is in the module, where
     * all others become as short as can be: a short one would be taken for one of them.
     */
    @JSFunctor
    private interface Go extends JSObject {
        void resumeTheProgram();
    }

    /** Ends a program from within; the host knows its code. */
    @SuppressWarnings("serial")
    private static final class Exit extends Error {
        Exit() {
            super("exit");
        }
    }
}
