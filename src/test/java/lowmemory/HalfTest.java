package lowmemory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;

/** Conversion to 16 bits: exact where it can be, nearest elsewhere. */
class HalfTest {
    @Example
    void everyFiniteHalfComesBackAsItself() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            if ((bits >> 10 & 31) != 31) {
                assertThat(Half.encode(Half.decode((short) bits))).isEqualTo((short) bits);
            }
        }
    }

    @Property(tries = 1000)
    void nothingIsNearerThanTheResult(@ForAll @FloatRange(min = -70000, max = 70000) float value) {
        short bits = Half.encode(value);
        double off = Math.abs(Half.decode(bits) - (double) value);

        for (int step : new int[] {-1, 1}) {
            float other = Half.decode((short) (bits + step));
            if (Float.isFinite(other)) {
                assertThat(Math.abs(other - (double) value)).isGreaterThanOrEqualTo(off);
            }
        }
    }

    @Example
    void knownNumbersHaveKnownBits() {
        assertThat(Half.encode(1f)).isEqualTo((short) 0x3c00);
        assertThat(Half.encode(-2f)).isEqualTo((short) 0xc000);
        assertThat(Half.encode(65504f)).isEqualTo((short) 0x7bff);
        assertThat(Half.encode(1e9f)).isEqualTo((short) 0x7bff);
        assertThat(Half.encode(0x1p-24f)).isEqualTo((short) 1);
        assertThat(Half.encode(1 + 0x1p-11f)).isEqualTo((short) 0x3c00);
        assertThat(Half.encode(1 + 3 * 0x1p-11f)).isEqualTo((short) 0x3c02);
    }
}
