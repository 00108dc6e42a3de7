package meshtf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mesh of processors and the rules that say which dimension of a tensor is split over which of the mesh. */
public final class Layout {
    /** A dimension by name, of a tensor or of a mesh. */
    public record Dim(String name, int size) {}

    public final List<Dim> mesh;
    private final Map<String, String> rules = new LinkedHashMap<>();

    /** Rules as Mesh-TensorFlow writes them: {@code batch:processor_rows;hidden:processor_cols}. */
    public Layout(List<Dim> mesh, String rules) {
        this.mesh = mesh;
        for (var rule : rules.isBlank() ? new String[0] : rules.split(";")) {
            var sides = rule.split(":");
            if (axis(sides[sides.length - 1]) < 0) {
                throw new IllegalArgumentException("rule '" + rule + "' names no dimension of the mesh");
            }
            this.rules.put(sides[0], sides[1]);
        }
    }

    /** Processors in the mesh. */
    public int processors() {
        return mesh.stream().mapToInt(Dim::size).reduce(1, (a, b) -> a * b);
    }

    private int axis(String name) {
        return mesh.stream().map(Dim::name).toList().indexOf(name);
    }

    /** Position of the mesh dimension that splits a dimension of tensors, or -1. */
    int axisOf(Dim dim) {
        return rules.containsKey(dim.name()) ? axis(rules.get(dim.name())) : -1;
    }

    // tag::legal[]
    /** Sizes of the slice that one processor holds; refuses what cannot be laid out. */
    public int[] slice(List<Dim> shape) {
        var taken = new ArrayList<Integer>();
        var slice = new int[shape.size()];
        for (int k = 0; k < slice.length; k++) {
            var dim = shape.get(k);
            int axis = axisOf(dim);
            int parts = axis < 0 ? 1 : mesh.get(axis).size();
            if (dim.size() % parts != 0) {
                throw new IllegalArgumentException("dimension '" + dim.name() + "' of "
                        + dim.size() + " does not divide by " + parts);
            } else if (axis >= 0 && taken.contains(axis)) {
                throw new IllegalArgumentException("two dimensions of one tensor"
                        + " are split over '" + mesh.get(axis).name() + "'");
            }
            taken.add(axis);
            slice[k] = dim.size() / parts;
        }
        return slice;
    }

    /** Where the slice of a processor begins; processors that share a slice begin alike. */
    public int[] begin(List<Dim> shape, int processor) {
        var begin = slice(shape);
        for (int k = 0; k < begin.length; k++) {
            int axis = axisOf(shape.get(k));
            begin[k] *= axis < 0 ? 0 : coordinate(processor, axis);
        }
        return begin;
    }
    // end::legal[]

    /** Coordinate of a processor along a dimension of the mesh; the last one varies fastest. */
    public int coordinate(int processor, int axis) {
        for (int k = mesh.size() - 1; k > axis; k--) {
            processor /= mesh.get(k).size();
        }
        return processor % mesh.get(axis).size();
    }

    /** Whether all of some shapes can be laid out. */
    public boolean legal(List<List<Dim>> shapes) {
        try {
            shapes.forEach(this::slice);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        var text = new ArrayList<String>();
        rules.forEach((dim, axis) -> text.add(dim + ":" + axis));
        return String.join(";", text);
    }
}
