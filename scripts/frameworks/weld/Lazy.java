package weld;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A value that is not there yet: a fragment of Weld and the values it speaks of. The two libraries, {@link Frames} and
 * {@link Vectors}, hand these out, and neither knows of the other.
 */
public final class Lazy {
    private final String name;
    private final String code;
    private final Type type;
    private final Object data;
    private final List<Lazy> needs;

    private Lazy(String name, String code, Type type, Object data, List<Lazy> needs) {
        this.name = name;
        this.code = code;
        this.type = type;
        this.data = data;
        this.needs = needs;
    }

    /** A vector that is there: a {@code double[]}. */
    public static Lazy of(String name, double[] data) {
        return new Lazy(name, "", new Type.Vec(Type.Scalar.F64), data, List.of());
    }

    // tag::lazy[]
    /** One call of a library: nothing runs, text is remembered. */
    static Lazy call(String name, String code, Lazy... needs) {
        return new Lazy(name, code, null, null, List.of(needs));
    }

    /** The fragments behind some values, in order, as one program. */
    public static Workflow workflow(Lazy... wanted) {
        Set<Lazy> order = new LinkedHashSet<>();
        List.of(wanted).forEach(value -> value.collect(order));
        Map<Lazy, String> names = new LinkedHashMap<>();
        order.forEach(value -> names.put(value, value.unique(names)));
        var inputs = order.stream().filter(value -> value.data != null).toList();
        var text = new StringBuilder(inputs.stream()
                .map(value -> names.get(value) + ": " + value.type)
                .collect(Collectors.joining(", ", "|", "|\n")));
        order.stream().filter(value -> value.data == null).forEach(value -> text
                .append("let ").append(names.get(value)).append(" = ")
                .append(value.text(names)).append(";\n"));
        text.append(List.of(wanted).stream().map(names::get)
                .collect(Collectors.joining(", ", "{", "}")));
        return new Workflow(text.toString(),
                inputs.stream().map(value -> value.data).toArray());
    }
    // end::lazy[]

    /** Weld text of a whole workflow and the data it starts from. */
    public record Workflow(String text, Object... inputs) {}

    private void collect(Set<Lazy> order) {
        needs.forEach(need -> need.collect(order));
        order.add(this);
    }

    private String unique(Map<Lazy, String> names) {
        var taken = new ArrayList<>(names.values());
        int k = 2;
        var unique = name;
        while (taken.contains(unique)) {
            unique = name + k++;
        }
        return unique;
    }

    /** The fragment, with its place marks replaced by what it needs. */
    private String text(Map<Lazy, String> names) {
        var text = code;
        for (int k = 0; k < needs.size(); k++) {
            text = text.replace("@" + k, names.get(needs.get(k)));
        }
        return text;
    }
}
