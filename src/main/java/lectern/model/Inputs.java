package lectern.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that a run depends on, part by part, so that a change can be told by name.
 *
 * @param parts name of each part to its value, or its digest where that is long; in order
 */
public record Inputs(Map<String, String> parts) {

    /** Keep a copy in the same order. */
    public Inputs {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
}
