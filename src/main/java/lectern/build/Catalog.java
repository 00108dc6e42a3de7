package lectern.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import lectern.model.Diagnostic;
import lectern.model.Location;
import lectern.model.Rule;
import lectern.text.SourceFiles;

/**
 * The catalog that lets a reader write {@code jbang ring-all-reduce}: one alias for each example,
 * by what its header says. Aliases of anything else than examples are kept as they are.
 */
public final class Catalog {
    /** Name of the file, which JBang looks for in the folder and those above it. */
    public static final String FILE = "jbang-catalog.json";

    private static final String HINT = "run 'lectern catalog' and commit what it writes";

    private final BookLayout layout;
    private final Path file;

    /** The catalog of a book, whether it is there or not. */
    public Catalog(BookLayout layout) {
        this.layout = layout;
        this.file = layout.root().resolve(FILE);
    }

    /** Where the catalog and the headers disagree; nothing for a book without a catalog. */
    public List<Diagnostic> drift() {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        Map<String, Object> there;
        try {
            there = aliases(current());
        } catch (IllegalArgumentException e) {
            String hint = "mend it, or delete it and run 'lectern catalog'";
            return List.of(drifted(1, FILE + " cannot be read: " + e.getMessage(), hint));
        }
        Map<String, Object> meant = meant(there);
        List<Diagnostic> findings = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(there.keySet());
        names.addAll(meant.keySet());
        for (String name : names) {
            Object old = there.get(name);
            if (old == null) {
                findings.add(drifted(1, FILE + " does not list '" + name + "'", HINT));
            } else if (!meant.containsKey(name)) {
                findings.add(
                        drifted(line(name), "'" + name + "' is no example of this book", HINT));
            } else if (!Objects.equals(old, meant.get(name))) {
                findings.add(
                        drifted(
                                line(name),
                                "'" + name + "' is not as the header of its script says",
                                HINT));
            }
        }
        return findings;
    }

    /** Whether the catalog is in order as a file, or not there yet. */
    public boolean readable() {
        try {
            return !Files.isRegularFile(file) || aliases(current()) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Write the catalog anew; returns whether anything changed. */
    public boolean write() {
        Map<String, Object> catalog = new LinkedHashMap<>();
        catalog.put("catalogs", Map.of());
        catalog.put("aliases", Map.of());
        catalog.put("templates", Map.of());
        if (Files.isRegularFile(file)) {
            catalog.putAll(current());
        }
        catalog.put("aliases", meant(aliases(catalog)));
        return SourceFiles.write(file, Json.write(catalog));
    }

    private Map<String, Object> meant(Map<String, Object> there) {
        Map<String, Object> meant = new TreeMap<>();
        there.forEach(
                (name, alias) -> {
                    Object script =
                            alias instanceof Map<?, ?> fields ? fields.get("script-ref") : "";
                    if (!String.valueOf(script).startsWith("scripts/")) {
                        meant.put(name, alias);
                    }
                });
        Examples.of(layout)
                .scripts()
                .forEach(
                        script -> {
                            Map<String, Object> alias = new LinkedHashMap<>();
                            alias.put(
                                    "script-ref",
                                    SourceFiles.relative(layout.root(), script.file()));
                            alias.put("description", script.description());
                            meant.put(script.alias(), alias);
                        });
        return meant;
    }

    private Map<String, Object> current() {
        if (Json.read(SourceFiles.read(file)) instanceof Map<?, ?> members) {
            return strings(members);
        }
        throw new IllegalArgumentException("it is no object");
    }

    private static Map<String, Object> aliases(Map<String, Object> catalog) {
        if (catalog.getOrDefault("aliases", Map.of()) instanceof Map<?, ?> aliases) {
            return strings(aliases);
        }
        throw new IllegalArgumentException("its aliases are no object");
    }

    private static Map<String, Object> strings(Map<?, ?> members) {
        Map<String, Object> typed = new LinkedHashMap<>();
        members.forEach((name, value) -> typed.put(name.toString(), value));
        return typed;
    }

    private int line(String alias) {
        List<String> lines = SourceFiles.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("\"" + alias + "\":")) {
                return i + 1;
            }
        }
        return 1;
    }

    private static Diagnostic drifted(int line, String message, String hint) {
        return Diagnostic.error(Rule.CATALOG_DRIFT, Location.of(FILE, line), message, hint);
    }
}
