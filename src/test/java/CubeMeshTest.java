import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Graph facts, on small graphs whose answers are known and on the machine of the book. */
class CubeMeshTest {
    private static final int[][] SQUARE = {{0, 1, 0, 1}, {1, 0, 1, 0}, {0, 1, 0, 1}, {1, 0, 1, 0}};
    private static final int[][] PATH = {{0, 1, 0, 0}, {1, 0, 1, 0}, {0, 1, 0, 1}, {0, 0, 1, 0}};

    /** Rows of the DGX-1 model that Microsoft's MSCCL tools ship; its GPUs carry other numbers. */
    private static final int[][] MSCCL = {
        {0, 2, 1, 1, 2, 0, 0, 0},
        {2, 0, 1, 2, 0, 1, 0, 0},
        {1, 1, 0, 2, 0, 0, 2, 0},
        {1, 2, 2, 0, 0, 0, 0, 1},
        {2, 0, 0, 0, 0, 2, 1, 1},
        {0, 1, 0, 0, 2, 0, 1, 2},
        {0, 0, 2, 0, 1, 1, 0, 2},
        {0, 0, 0, 1, 1, 2, 2, 0}
    };

    @Test
    void squareHasTwoHopsTwoLinksAcrossAndOneRing() {
        assertThat(CubeMesh.diameter(SQUARE)).isEqualTo(2);
        assertThat(CubeMesh.bisection(SQUARE)).isEqualTo(2);
        assertThat(CubeMesh.survivable(SQUARE)).isEqualTo(4);
        assertThat(CubeMesh.rings(SQUARE, 1)).containsExactly(List.of(0, 1, 2, 3));
        assertThat(CubeMesh.rings(SQUARE, 2)).isEmpty();
    }

    @Test
    void pathHasNoRingAndOnlyItsEndsMayFail() {
        assertThat(CubeMesh.rings(PATH, 1)).isEmpty();
        assertThat(CubeMesh.survivable(PATH)).isEqualTo(2);
        assertThat(CubeMesh.bisection(PATH)).isEqualTo(1);
    }

    @Test
    void everyGpuOfTheMeshHasSixLinks() {
        for (int gpu = 0; gpu < 8; gpu++) {
            assertThat(CubeMesh.degree(CubeMesh.DGX1V, gpu)).isEqualTo(6);
        }
    }

    @Test
    void meshIsSymmetricWithoutLoops() {
        for (int i = 0; i < 8; i++) {
            assertThat(CubeMesh.DGX1V[i][i]).isZero();
            for (int j = 0; j < 8; j++) {
                assertThat(CubeMesh.DGX1V[i][j]).isEqualTo(CubeMesh.DGX1V[j][i]);
            }
        }
    }

    @Test
    void threeRingsUseEveryLinkOfTheMeshOnce() {
        var left = Arrays.stream(CubeMesh.DGX1V).map(int[]::clone).toArray(int[][]::new);
        for (var ring : CubeMesh.rings(CubeMesh.DGX1V, 3)) {
            assertThat(ring).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
            for (int i = 0; i < ring.size(); i++) {
                int a = ring.get(i);
                int b = ring.get((i + 1) % ring.size());
                left[a][b]--;
                left[b][a]--;
            }
        }

        assertThat(Arrays.stream(left).flatMapToInt(Arrays::stream)).containsOnly(0);
    }

    @Test
    void meshIsTheModelOfMscclUpToTheNumbersOfItsGpus() {
        assertThat(renumbered(MSCCL, CubeMesh.DGX1V, new ArrayList<>())).isTrue();
    }

    @Property
    void linksAreHalfTheSumOfDegrees(@ForAll @Size(28) List<Boolean> pairs) {
        var links = new int[8][8];
        int next = 0;
        for (int i = 0; i < 8; i++) {
            for (int j = i + 1; j < 8; j++) {
                links[i][j] = links[j][i] = pairs.get(next++) ? 1 : 0;
            }
        }
        int degrees = 0;
        for (int gpu = 0; gpu < 8; gpu++) {
            degrees += CubeMesh.degree(links, gpu);
        }

        assertThat(CubeMesh.links(links)).isEqualTo(degrees / 2).isEqualTo(CubeMesh.pairs(links));
    }

    private static boolean renumbered(int[][] from, int[][] to, List<Integer> names) {
        if (names.size() == from.length) {
            return true;
        }
        for (int name = 0; name < to.length; name++) {
            names.add(name);
            if (names.indexOf(name) == names.size() - 1
                    && fits(from, to, names)
                    && renumbered(from, to, names)) {
                return true;
            }
            names.remove(names.size() - 1);
        }
        return false;
    }

    private static boolean fits(int[][] from, int[][] to, List<Integer> names) {
        int last = names.size() - 1;
        for (int i = 0; i < last; i++) {
            if (from[i][last] != to[names.get(i)][names.get(last)]) {
                return false;
            }
        }
        return true;
    }
}
