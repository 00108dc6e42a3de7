import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The command line of an example, with every mistake a reader can make. */
class ArgsTest {
    private final Args args = new Args("ring", "Sums.");
    private final java.util.function.IntSupplier ranks = args.whole("ranks", 8, 2, 64, "threads");
    private final java.util.function.DoubleSupplier gbps =
            args.real("gbps", 12.5, 0.001, 1e5, "rate in GB/s");
    private final java.util.function.Supplier<String> order =
            args.word("order", java.util.List.of("fifo", "lifo", "random"), "who goes first");
    private final java.util.function.BooleanSupplier measure = args.flag("measure", "time it");

    @Example
    void nothingGivenLeavesTheDefaults() {
        args.parse();

        assertThat(ranks.getAsInt()).isEqualTo(8);
        assertThat(gbps.getAsDouble()).isEqualTo(12.5);
        assertThat(measure.getAsBoolean()).isFalse();
    }

    @Example
    void givenValuesAreTakenInAnyOrder() {
        args.parse("--measure", "--gbps", "2.5e1", "--ranks", "4");

        assertThat(ranks.getAsInt()).isEqualTo(4);
        assertThat(gbps.getAsDouble()).isEqualTo(25);
        assertThat(measure.getAsBoolean()).isTrue();
    }

    @Property
    void everyWholeNumberOfTheRangeIsTaken(@ForAll @IntRange(min = 2, max = 64) int n) {
        args.parse("--ranks", Integer.toString(n));

        assertThat(ranks.getAsInt()).isEqualTo(n);
    }

    @Example
    void valuesOutsideTheRangeAreRefused() {
        refused("--ranks must be a whole number from 2 to 64, got '1'", "--ranks", "1");
        refused("--ranks must be a whole number from 2 to 64, got '65'", "--ranks", "65");
        refused("--gbps must be a number from 0.001 to 100000, got '0'", "--gbps", "0");
        refused("--gbps must be a number from 0.001 to 100000, got '1e999'", "--gbps", "1e999");
    }

    @Example
    void textThatIsNoNumberIsRefused() {
        refused("--ranks must be a whole number from 2 to 64, got 'many'", "--ranks", "many");
        refused("--ranks must be a whole number from 2 to 64, got '4.0'", "--ranks", "4.0");
        refused("--ranks must be a whole number from 2 to 64, got ''", "--ranks", "");
        refused(
                "--ranks must be a whole number from 2 to 64, got '99999999999'",
                "--ranks",
                "99999999999");
        refused("--gbps must be a number from 0.001 to 100000, got 'NaN'", "--gbps", "NaN");
        refused("--gbps must be a number from 0.001 to 100000, got '0x10'", "--gbps", "0x10");
    }

    @Example
    void oneOfTheWordsIsTakenAndAnyOtherRefused() {
        args.parse();
        assertThat(order.get()).isEqualTo("fifo");
        args.parse("--order", "random");
        assertThat(order.get()).isEqualTo("random");

        refused("--order must be one of fifo, lifo, random, got 'Fifo'", "--order", "Fifo");
        refused("--order must be one of fifo, lifo, random, got '1'", "--order", "1");
        refused("--order needs one of fifo, lifo, random", "--order");
    }

    @Example
    void optionWithoutValueIsRefused() {
        refused("--ranks needs a whole number from 2 to 64", "--ranks");
    }

    @Example
    void unknownArgumentIsRefused() {
        refused("unknown argument '--rank'", "--rank", "4");
        refused("unknown argument 'ranks'", "ranks", "4");
        refused("unknown argument '--'", "--");
    }

    @Example
    void optionGivenTwiceIsRefused() {
        refused("--ranks is given twice", "--ranks", "4", "--ranks", "8");
        refused("--measure is given twice", "--measure", "--measure");
    }

    @Example
    void helpListsEveryOptionWithRangeAndDefault() {
        assertThat(args.help())
                .isEqualTo(
                        """
                        Sums.

                        Usage: jbang ring [options]
                          --ranks        threads; a whole number from 2 to 64, default 8
                          --gbps         rate in GB/s; a number from 0.001 to 100000, default 12.5
                          --order        who goes first; one of fifo, lifo, random, default fifo
                          --measure      time it
                          --help         print this text
                        """);
    }

    private void refused(String message, String... argv) {
        assertThatThrownBy(() -> args.parse(argv))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
