package lectern.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.model.Inputs;

/**
 * One part of what a run depends on, then and now.
 *
 * @param part its name, such as {@code arguments} or {@code source lib/Out.java}
 * @param was its value or digest on record; empty when the record has no such part
 * @param now its value or digest as it is; empty when there is no such part any more
 */
public record InputChange(String part, Optional<String> was, Optional<String> now) {

    /** What became of a part. */
    public enum Kind {
        SAME,
        CHANGED,
        NEW,
        GONE
    }

    /** Compare all parts: those of now in their order, then those that are gone. */
    public static List<InputChange> between(Inputs recorded, Inputs now) {
        Map<String, String> old = recorded.parts();
        List<InputChange> changes = new ArrayList<>();
        now.parts()
                .forEach(
                        (part, value) ->
                                changes.add(
                                        new InputChange(
                                                part,
                                                Optional.ofNullable(old.get(part)),
                                                Optional.of(value))));
        old.forEach(
                (part, value) -> {
                    if (!now.parts().containsKey(part)) {
                        changes.add(new InputChange(part, Optional.of(value), Optional.empty()));
                    }
                });
        return changes;
    }

    /** What became of this part. */
    public Kind kind() {
        if (was.isEmpty()) {
            return Kind.NEW;
        }
        if (now.isEmpty()) {
            return Kind.GONE;
        }
        return was.equals(now) ? Kind.SAME : Kind.CHANGED;
    }
}
