package lectern.model;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One entry of a bibliography.
 *
 * @param key that citations use
 * @param type such as {@code article}, in lower case
 * @param fields as they stand in the file, by their names in lower case
 * @param location of the entry
 */
public record Source(String key, String type, Map<String, String> fields, Location location) {

    /** Copy the fields, in order of their names. */
    public Source {
        fields = Map.copyOf(new TreeMap<>(fields));
    }

    /** A field that is there and not blank. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }
}
