package fasterrcnn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A picture of 320 by 240 pixels with one to four bright rectangles and ellipses, and its features. */
public final class Scene {
    /** Width in pixels. */
    public static final int WIDTH = 320;
    /** Height in pixels. */
    public static final int HEIGHT = 240;
    /** Columns of the feature map, one per 16 pixels. */
    public static final int COLUMNS = WIDTH / 16;
    /** Rows of the feature map. */
    public static final int ROWS = HEIGHT / 16;
    /** Features of one position: brightness of 9 by 9 cells about it, and a constant. */
    public static final int FEATURES = 82;

    /** Where the objects are. */
    public final List<Box> truth = new ArrayList<>();
    /** Mean brightness of each cell of 16 by 16 pixels, {@code [row][column]}. */
    public final double[][] cells = new double[ROWS][COLUMNS];

    /** Draw a scene. */
    public Scene(Random random, double noise) {
        int objects = 1 + random.nextInt(4);
        var round = new boolean[objects];
        for (int i = 0; i < objects; i++) {
            double w = 24 + 120 * random.nextDouble();
            double h = 24 + 120 * random.nextDouble();
            truth.add(Box.around(w / 2 + (WIDTH - w) * random.nextDouble(), h / 2 + (HEIGHT - h) * random.nextDouble(),
                    w, h));
            round[i] = random.nextBoolean();
        }
        for (int y = 2; y < HEIGHT; y += 4) { // a sample for each 4 by 4 pixels
            for (int x = 2; x < WIDTH; x += 4) {
                double light = noise * random.nextGaussian();
                for (int i = 0; i < objects; i++) {
                    light += inside(truth.get(i), round[i], x, y) ? 1 : 0;
                }
                cells[y / 16][x / 16] += Math.min(light, 1.5) / 16;
            }
        }
    }

    private static boolean inside(Box box, boolean round, double x, double y) {
        double dx = Math.abs(2 * x - box.x0() - box.x1()) / box.width();
        double dy = Math.abs(2 * y - box.y0() - box.y1()) / box.height();
        return round ? dx * dx + dy * dy <= 1 : Math.max(dx, dy) <= 1;
    }

    /** What the heads see at a position. */
    public double[] features(int row, int column) {
        var features = new double[FEATURES];
        for (int i = 0; i < 81; i++) {
            int y = row + i / 9 - 4;
            int x = column + i % 9 - 4;
            features[i] = y < 0 || x < 0 || y >= ROWS || x >= COLUMNS ? 0 : cells[y][x];
        }
        features[81] = 1;
        return features;
    }
}
