package lectern.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.text.FileMemory;
import lectern.text.NearMiss;
import lectern.text.SourceFiles;

/** Reads the header of a script strictly: what JBang would do and we do not know is an error. */
public final class ScriptReader {
    private static final Set<String> KNOWN =
            Set.of(
                    "JAVA",
                    "DEPS",
                    "SOURCES",
                    "FILES",
                    "COMPILE_OPTIONS",
                    "RUNTIME_OPTIONS",
                    "DESCRIPTION");
    // JBang: a directive is two slashes and a word in capitals, at the very start of a line.
    private static final Pattern DIRECTIVE = Pattern.compile("//([A-Z][A-Z_]*)(?:\\s+(.*))?");

    private final Path root;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Set<Path> sources = new LinkedHashSet<>();
    private final Set<String> dependencies = new LinkedHashSet<>();
    private final Set<Path> files = new LinkedHashSet<>();
    private final List<String> compileOptions = new ArrayList<>();
    private final List<String> runtimeOptions = new ArrayList<>();
    private String description = "";
    private int release = 17;

    private final Consumer<Path> looked;

    private ScriptReader(Path root, Consumer<Path> looked) {
        this.root = root;
        this.looked = looked;
    }

    /**
     * A script and what is wrong with it.
     *
     * @param script as far as it could be read
     * @param findings in order of place; with errors the script must not be run
     */
    public record Reading(Script script, List<Diagnostic> findings) {}

    /** Read a script and everything that it names. */
    public static Reading read(Path root, Path file) {
        return read(root, file, FileMemory.NONE);
    }

    /**
     * Read a script again.
     *
     * @param memory of its files
     */
    public static Reading read(Path root, Path file, FileMemory memory) {
        Path main = file.toAbsolutePath().normalize();
        return memory.of("script", main, more -> new ScriptReader(root, more).read(main));
    }

    private Reading read(Path main) {
        readSource(main, true);
        String name = main.getFileName().toString().replaceFirst("\\.java$", "");
        Script script =
                new Script(
                        main,
                        name,
                        description,
                        release,
                        List.copyOf(sources),
                        List.copyOf(dependencies),
                        List.copyOf(files),
                        List.copyOf(compileOptions),
                        List.copyOf(runtimeOptions));
        return new Reading(script, findings.stream().sorted().toList());
    }

    private void readSource(Path file, boolean main) {
        if (!sources.add(file)) {
            return;
        }
        boolean header = true;
        List<String> lines = SourceFiles.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith("//")) {
                header &= line.isBlank();
                continue;
            }
            Matcher matcher = DIRECTIVE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            Location location = Location.of(SourceFiles.relative(root, file), i + 1);
            if (header) {
                String value = matcher.group(2) == null ? "" : matcher.group(2).strip();
                directive(matcher.group(1), value, file, location, main);
            } else {
                bad(
                        location,
                        "directive //" + matcher.group(1) + " stands below the header",
                        "JBang reads it all the same; move it up or put a blank after the slashes");
            }
        }
    }

    private void directive(String name, String value, Path file, Location location, boolean main) {
        switch (name) {
            case "JAVA" -> java(value, location, main);
            case "DEPS" -> words(value).forEach(word -> dependency(word, location));
            case "SOURCES" -> words(value).forEach(word -> source(word, file, location));
            case "FILES" -> words(value).forEach(word -> resource(word, file, location));
            case "COMPILE_OPTIONS" -> compileOptions.addAll(words(value));
            case "RUNTIME_OPTIONS" -> runtimeOptions.addAll(words(value));
            case "DESCRIPTION" -> description = main ? value : description;
            default ->
                    bad(
                            location,
                            "directive //" + name + " is not allowed",
                            NearMiss.hint(name, KNOWN));
        }
    }

    private void java(String value, Location location, boolean main) {
        Matcher matcher = Pattern.compile("(\\d+)\\+?").matcher(value);
        if (!matcher.matches()) {
            bad(location, "'" + value + "' is no Java version", "write //JAVA 17+");
        } else if (main) {
            release = Integer.parseInt(matcher.group(1));
        }
    }

    private void dependency(String coordinates, Location location) {
        boolean pinned = coordinates.matches("[\\w.-]+:[\\w.-]+:[\\w.+-]*[\\w.-](?:[:@][\\w.-]+)*");
        if (!pinned || coordinates.matches(".*(LATEST|RELEASE|SNAPSHOT).*")) {
            bad(
                    location,
                    "dependency '" + coordinates + "' is not pinned",
                    "write group:artifact:version with an exact version");
        }
        dependencies.add(coordinates);
    }

    private void source(String name, Path file, Location location) {
        Path source = file.getParent().resolve(name).normalize();
        looked.accept(source);
        if (Files.isRegularFile(source)) {
            readSource(source, false);
        } else {
            bad(
                    location,
                    "//SOURCES file '" + name + "' does not exist",
                    "paths are relative to the script");
        }
    }

    private void resource(String name, Path file, Location location) {
        String path = name.substring(name.indexOf('=') + 1);
        Path resource = file.getParent().resolve(path).normalize();
        looked.accept(resource);
        String last = path.substring(path.lastIndexOf('/') + 1);
        String target = name.contains("=") ? name.substring(0, name.indexOf('=')) : name;
        if (!target.equals(last)) {
            bad(
                    location,
                    "//FILES '" + name + "' gives a file another name",
                    "write " + last + "=" + path);
        } else if (Files.isRegularFile(resource)) {
            files.add(resource);
        } else {
            bad(
                    location,
                    "//FILES file '" + path + "' does not exist",
                    "paths are relative to the script");
        }
    }

    private void bad(Location location, String message, String hint) {
        findings.add(Diagnostic.error(Rule.BAD_SCRIPT, location, message, hint));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
    }
}
