package launchpad;

import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A node as it is described: a class and the arguments of its constructor, some of them handles. It is built where it
 * is to run, so all of this can travel.
 *
 * @param <T> what the node can be asked
 */
public final class CourierNode<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Class<T> service;
    private final Class<? extends T> type;
    private ArrayList<Object> arguments;

    private CourierNode(Class<T> service, Class<? extends T> type, Object[] arguments) {
        this.service = service;
        this.type = type;
        this.arguments = new ArrayList<>(Arrays.asList(arguments));
    }

    /** Describe a node: the interface that others call, the class behind it, and what its constructor gets. */
    public static <T> CourierNode<T> of(Class<T> service, Class<? extends T> type, Object... arguments) {
        return new CourierNode<>(service, type, arguments);
    }

    /** Replace the arguments: for graphs with cycles, where a handle is needed before there is one. */
    public void configure(Object... newArguments) {
        arguments = new ArrayList<>(Arrays.asList(newArguments));
    }

    Class<T> service() {
        return service;
    }

    /** The handles among the arguments, those in lists included: the edges that leave this node. */
    List<Handle<?>> handles() {
        var handles = new ArrayList<Handle<?>>();
        map(arguments, handle -> {
            handles.add(handle);
            return handle;
        });
        return handles;
    }

    // tag::build[]
    /** Put a client in the place of every handle, then call the constructor. */
    Object build(Function<Handle<?>, Object> dereference) {
        var values = map(arguments, dereference).toArray();
        var constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(c -> c.getParameterCount() == values.length)
                .toList();
        if (constructors.size() != 1) {
            throw new IllegalArgumentException(type.getName() + " has "
                    + constructors.size() + " constructors with "
                    + values.length + " parameters");
        }
        return construct(constructors.get(0), values);
    }

    private static List<Object> map(
            List<?> values, Function<Handle<?>, Object> dereference) {
        var mapped = new ArrayList<>();
        for (var value : values) {
            mapped.add(value instanceof Handle<?> handle ? dereference.apply(handle)
                    : value instanceof List<?> list ? map(list, dereference) : value);
        }
        return mapped;
    }
    // end::build[]

    private static Object construct(Constructor<?> constructor, Object[] values) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("building " + constructor.getDeclaringClass().getName(), e);
        }
    }
}
