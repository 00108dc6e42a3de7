package lectern.inpage;

import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.script.Dependencies;
import lectern.script.Resolved;
import lectern.script.Script;

/**
 * What makes and runs modules: fetched, as the libraries of scripts are, when the first module is
 * due.
 */
public final class PageTools {
    /** Version of the compiler. */
    public static final String TEAVM = "0.15.0";

    private static final String JAVET = "5.0.6";

    private final Dependencies repositories;

    /** Fetch from where scripts get their libraries. */
    public PageTools(Dependencies repositories) {
        this.repositories = repositories;
    }

    /** Versions of what makes and runs modules. */
    public static String versions() {
        return "TeaVM " + TEAVM + ", Javet " + JAVET;
    }

    /**
     * The class path of the compiler, our own classes first.
     *
     * @throws lectern.script.UnresolvedDependency when it cannot be had
     */
    List<Path> compiler() {
        return with("org.teavm:teavm-tooling:" + TEAVM, "org.teavm:teavm-classlib:" + TEAVM);
    }

    /**
     * The class path of the engine, our own classes first.
     *
     * @throws lectern.script.UnresolvedDependency when there is none for this machine
     */
    List<Path> engine() {
        return with("com.caoccao.javet:javet:" + JAVET, platform());
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String os = system.contains("win") ? "windows" : system.contains("mac") ? "macos" : "linux";
        String arch = machine.equals("aarch64") ? "arm64" : "x86_64";
        return "com.caoccao.javet:javet-v8-" + os + "-" + arch + ":" + JAVET;
    }

    private List<Path> with(String... coordinates) {
        List<Path> files = new ArrayList<>();
        files.add(ours());
        Script wanting =
                new Script(
                        Path.of("inpage"),
                        "inpage",
                        "",
                        17,
                        List.of(),
                        List.of(coordinates),
                        List.of(),
                        List.of(),
                        List.of());
        repositories.resolve(wanting).stream().map(Resolved::file).forEach(files::add);
        return files;
    }

    /** Where our own classes are: the jar, or a folder while we are built. */
    static Path ours() {
        return place(PageTools.class);
    }

    /** The jar or the folder that a class came from. */
    static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(
                    "finding " + type, new java.io.IOException(e.getMessage(), e));
        }
    }
}
