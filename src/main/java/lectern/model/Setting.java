package lectern.model;

import java.util.List;
import java.util.Optional;

/**
 * Where a cell may be run.
 *
 * @param measured whether its numbers differ from machine to machine, so that a record names one
 * @param device a device it cannot do without, such as {@code gpu}
 * @param needs what else must be there: {@code docker}, {@code python}, {@code file:PATH}
 * @param network whether it may reach the network
 */
public record Setting(
        boolean measured, Optional<String> device, List<String> needs, boolean network) {

    /** Anywhere, without network. */
    public static final Setting ANYWHERE = new Setting(false, Optional.empty(), List.of(), false);

    /** Copy the list. */
    public Setting {
        needs = List.copyOf(needs);
    }
}
