package lectern.inpage.teavm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teavm.hppc.IntHashSet;

class SteadyOrderTest {
    private static final List<File> LIBRARIES =
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(File::new)
                    .toList();

    @Test
    void setsOfTheCompilerBeginTheirWalksWhereTheyAlwaysDo() throws Exception {
        try (CompilerLoader loader = new CompilerLoader(LIBRARIES)) {
            String first = walk(loader);
            assertThat(first).hasSizeGreaterThan(100);
            assertThat(walk(loader)).isEqualTo(first);
            assertThat(walk(loader)).isEqualTo(first);
        }
    }

    /** The members of a set of the compiler, in the order in which it walks through them. */
    private static String walk(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass(IntHashSet.class.getName());
        Object set = type.getConstructor().newInstance();
        for (int i = 0; i < 100; i++) {
            type.getMethod("add", int.class).invoke(set, i * i);
        }
        return Arrays.toString((int[]) type.getMethod("toArray").invoke(set));
    }

    @Test
    void nodesOfATypeSetKeepTheOrderInWhichTheyCame() throws Exception {
        try (CompilerLoader loader = new CompilerLoader(LIBRARIES)) {
            Class<?> type = loader.loadClass("org.teavm.dependency.TypeSet");
            assertThat(type.getClassLoader()).isSameAs(loader);
            Class<?> node = loader.loadClass("org.teavm.dependency.DependencyNode");
            var made = node.getDeclaredConstructors()[0];
            made.setAccessible(true);
            List<Object> nodes =
                    java.util.stream.IntStream.range(0, 50).mapToObj(i -> node(made)).toList();
            var maker = type.getDeclaredConstructors()[0];
            maker.setAccessible(true);
            Object set = maker.newInstance(null, nodes.get(0));
            Method add = type.getDeclaredMethod("addDomain", node);
            add.setAccessible(true);
            for (Object next : nodes) {
                add.invoke(set, next);
            }
            Field domain = type.getDeclaredField("domain");
            domain.setAccessible(true);
            assertThat(List.copyOf((Set<?>) domain.get(set))).isEqualTo(nodes);
        }
    }

    private static Object node(java.lang.reflect.Constructor<?> made) {
        try {
            return made.newInstance(new Object[made.getParameterCount()]);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesAClassThatIsNotTheOneItKnows() throws IOException {
        byte[] bytes;
        try (InputStream in = SteadyOrderTest.class.getResourceAsStream("SteadyOrder.class")) {
            bytes = in.readAllBytes();
        }
        assertThat(SteadyOrder.MENDED)
                .isEqualTo(Set.of("org.teavm.dependency.TypeSet", "org.teavm.hppc.HashContainers"));
        assertThatThrownBy(() -> SteadyOrder.of("x.Y", bytes))
                .hasMessage(
                        "x.Y is not what it was; look again at what orders the compiler's output");
    }
}
