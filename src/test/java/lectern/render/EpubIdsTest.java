package lectern.render;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class EpubIdsTest {

    @Property
    void anIdIsAlwaysAName(@ForAll @NotEmpty String id) {
        assertThat(EpubIds.id(id)).matches("[A-Za-z_][A-Za-z0-9_.-]*");
    }

    @Property
    void twoIdsStayTwo(@ForAll String one, @ForAll String other) {
        assertThat(EpubIds.id(one).equals(EpubIds.id(other))).isEqualTo(one.equals(other));
    }

    @Property
    void aWrittenOutIdIsNotTaken(@ForAll String id) {
        String safe = EpubIds.id(id);
        assertThat(safe.equals(id) || !EpubIds.id(safe).equals(safe)).isTrue();
    }
}
