package fasterrcnn;

import java.util.ArrayList;
import java.util.List;

/** Anchors as the authors' code makes them, and how many of them an image has. */
public final class Anchors {
    private Anchors() {}

    // tag::anchors[]
    /** Nine boxes about the first cell of 16 by 16 pixels: three ratios, three scales. */
    public static List<int[]> table() {
        var table = new ArrayList<int[]>();
        for (double ratio : new double[] {0.5, 1, 2}) {
            double width = Math.rint(Math.sqrt(256 / ratio)); // <1>
            double height = Math.rint(width * ratio);
            for (int scale = 8; scale <= 32; scale *= 2) {
                double w = width * scale - 1;
                double h = height * scale - 1;
                table.add(new int[] {(int) (7.5 - w / 2), (int) (7.5 - h / 2),
                        (int) (7.5 + w / 2), (int) (7.5 + h / 2)});
            }
        }
        return table;
    }
    // end::anchors[]

    // tag::census[]
    /** All anchors of an image, and those that do not cross its border. */
    public static int[] census(int width, int height) {
        int columns = (width + 15) / 16;
        int rows = (height + 15) / 16;
        int inside = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                for (var a : table()) {
                    boolean fits = a[0] + 16 * x >= 0 && a[1] + 16 * y >= 0
                            && a[2] + 16 * x < width && a[3] + 16 * y < height;
                    inside += fits ? 1 : 0;
                }
            }
        }
        return new int[] {rows * columns * 9, inside};
    }
    // end::census[]

    // tag::field[]
    /** Receptive field of layers given as size and stride, in order. */
    public static int field(int[][] layers) {
        int field = 1;
        int jump = 1;
        for (var layer : layers) {
            field += (layer[0] - 1) * jump;
            jump *= layer[1];
        }
        return field;
    }
    // end::field[]
}
