package lectern.build;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.model.CellId;
import lectern.runs.RunPlan;

/**
 * One of several parts of equal size, so that machines can share a verification. Cells are dealt
 * out in the order of their ids, as what they cost is not known.
 *
 * @param number of the part, counting from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {
    /** All of it. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");

    /**
     * Read {@code 2/5}.
     *
     * @throws IllegalArgumentException when it says no part, in words for the author
     */
    public static Shard parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (matcher.matches()) {
            Shard shard =
                    new Shard(
                            Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (shard.number <= shard.of) {
                return shard;
            }
        }
        throw new IllegalArgumentException(
                "'" + written + "' is no part; write 2/5 for the second of five");
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }

    /** The cells of this part, in the order given. */
    public List<RunPlan.Item> part(List<RunPlan.Item> items) {
        List<CellId> sorted = items.stream().map(item -> item.cell().id()).sorted().toList();
        return items.stream()
                .filter(item -> sorted.indexOf(item.cell().id()) % of == number - 1)
                .toList();
    }
}
