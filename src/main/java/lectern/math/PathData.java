package lectern.math;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/** Writes an outline as the {@code d} of an SVG path: integers, relative to the point before. */
final class PathData {

    private final StringBuilder data = new StringBuilder();
    private long x;
    private long y;
    private char command;

    private PathData() {}

    /**
     * Write an outline.
     *
     * @param shape in units of the picture
     * @return empty when there is nothing to fill
     */
    static String of(Shape shape) {
        var path = new PathData();
        double[] points = new double[6];
        long startX = 0;
        long startY = 0;
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> {
                    path.write('m', points, 1);
                    startX = path.x;
                    startY = path.y;
                }
                case PathIterator.SEG_LINETO -> path.line(points);
                case PathIterator.SEG_QUADTO -> path.write('q', points, 2);
                case PathIterator.SEG_CUBICTO -> path.write('c', points, 3);
                default -> {
                    path.data.append('z');
                    path.command = 'z';
                    path.x = startX;
                    path.y = startY;
                }
            }
        }
        return path.data.toString();
    }

    private void line(double[] points) {
        if (Math.round(points[1]) == y) {
            one('h', Math.round(points[0]) - x);
            x = Math.round(points[0]);
        } else if (Math.round(points[0]) == x) {
            one('v', Math.round(points[1]) - y);
            y = Math.round(points[1]);
        } else {
            write('l', points, 1);
        }
    }

    private void one(char letter, long value) {
        start(letter);
        number(value);
    }

    private void write(char letter, double[] points, int pairs) {
        start(letter);
        for (int i = 0; i < 2 * pairs; i += 2) {
            number(Math.round(points[i]) - x);
            number(Math.round(points[i + 1]) - y);
        }
        x = Math.round(points[2 * pairs - 2]);
        y = Math.round(points[2 * pairs - 1]);
    }

    /** SVG 1.1, 8.3.1: a letter said before need not be said again; a second move would draw. */
    private void start(char letter) {
        if (letter != command || letter == 'm') {
            data.append(letter);
        }
        command = letter;
    }

    private void number(long value) {
        char last = data.charAt(data.length() - 1);
        if (value >= 0 && last >= '0' && last <= '9') {
            data.append(' ');
        }
        data.append(value);
    }
}
