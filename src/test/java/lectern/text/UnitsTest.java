package lectern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnitsTest {
    // written out once more, so that the table in the class is held against something
    private static final Map<String, Double> DECIMAL =
            Map.of("", 1.0, "k", 1e3, "M", 1e6, "G", 1e9, "T", 1e12, "P", 1e15, "E", 1e18);
    private static final Map<String, Double> BINARY =
            Map.of(
                    "",
                    1.0,
                    "Ki",
                    1024.0,
                    "Mi",
                    1048576.0,
                    "Gi",
                    1073741824.0,
                    "Ti",
                    1099511627776.0,
                    "Pi",
                    1125899906842624.0,
                    "Ei",
                    1152921504606846976.0);
    private static final Map<String, Double> SMALL =
            Map.of("", 1.0, "m", 1e-3, "\u00b5", 1e-6, "u", 1e-6, "n", 1e-9);

    static Stream<Arguments> prefixPairs() {
        Stream<Arguments> decimal =
                Stream.of("B", "bit", "b", "B/s", "bit/s", "b/s", "FLOP", "FLOP/s", "T/s", "Hz")
                        .flatMap(base -> pairs(base, DECIMAL));
        Stream<Arguments> binary =
                Stream.of("B", "bit", "b", "B/s", "bit/s", "b/s")
                        .flatMap(base -> pairs(base, BINARY));
        Stream<Arguments> small = Stream.of("s", "W", "J").flatMap(base -> pairs(base, SMALL));
        Stream<Arguments> power = Stream.of("W", "J", "Wh").flatMap(base -> pairs(base, DECIMAL));
        return Stream.of(decimal, binary, small, power).flatMap(all -> all);
    }

    private static Stream<Arguments> pairs(String base, Map<String, Double> prefixes) {
        return prefixes.entrySet().stream()
                .flatMap(
                        from ->
                                prefixes.entrySet().stream()
                                        .map(
                                                to ->
                                                        Arguments.of(
                                                                from.getKey() + base,
                                                                to.getKey() + base,
                                                                from.getValue() / to.getValue())));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("prefixPairs")
    void everyPrefixConvertsToEveryOther(String from, String to, double factor) {
        assertThat(Units.factor(from, to).orElseThrow()).isCloseTo(factor, within(factor * 1e-12));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "GB/s,Gb/s,8",
        "Gbit/s,MB/s,125",
        "GiB,GB,1.073741824",
        "GB,GiB,0.931322574615",
        "byte,bit,8",
        "h,min,60",
        "d,h,24",
        "min,s,60",
        "ms,min,0.0000166666666667",
        "kWh,MJ,3.6",
        "'',%,100",
        "1,%,100",
        "%,'',0.01",
        "x,\u00d7,1"
    })
    void unitsThatMeasureTheSameConvert(String from, String to, double factor) {
        assertThat(Units.factor(from, to).orElseThrow()).isCloseTo(factor, within(factor * 1e-9));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "GB,GB/s",
        "s,Hz",
        "W,J",
        "FLOP,FLOP/s",
        "mB,B",
        "ks,s",
        "KiFLOP,FLOP",
        "%,x",
        "GB/m,GB/s",
        "token/s,token",
        "Mmin,min"
    })
    void unitsThatDoNotMeasureTheSameDoNot(String from, String to) {
        assertThat(Units.factor(from, to)).isEmpty();
    }

    @Test
    void alternativesAreAllThatTheFactorIsKnownOf() {
        for (String unit :
                List.of("GB", "Gb/s", "FLOP/s", "ms", "kW", "Wh", "", "%", "x", "GT/s")) {
            assertThat(Units.alternatives(unit))
                    .isNotEmpty()
                    .allSatisfy(other -> assertThat(Units.factor(unit, other)).isPresent());
        }
        assertThat(Units.alternatives("token/s")).isEmpty();
    }

    @Test
    void hintNamesTheNearestOrAll() {
        assertThat(Units.hint("GB/s", "MB/sec")).isEqualTo("did you mean 'MB/s'?");
        assertThat(Units.hint("", "gigabyte")).isEqualTo("a number in '' can be printed in 1, %");
        assertThat(Units.hint("token/s", "token"))
                .isEqualTo("nothing else is known to measure what 'token/s' does");
    }
}
