package lectern.math;

import java.awt.geom.Path2D;

/**
 * Reads an outline back from the {@code d} of an SVG path, as {@link MathRenderer} writes it:
 * integers, relative, of the letters m, l, h, v, q, c and z.
 */
public final class Outline {
    private final String data;
    private final Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private int at;
    private double x;
    private double y;
    private double startX;
    private double startY;

    private Outline(String data) {
        this.data = data;
    }

    /**
     * Read an outline.
     *
     * @param data of a path in a formula's picture
     * @return in units of the picture
     * @throws IllegalArgumentException when the data is of another kind
     */
    public static Path2D of(String data) {
        Outline outline = new Outline(data);
        char command = 0;
        while (outline.at < data.length()) {
            if (Character.isLetter(data.charAt(outline.at))) {
                command = data.charAt(outline.at++);
            }
            outline.segment(command);
        }
        return outline.shape;
    }

    private void segment(char command) {
        switch (command) {
            case 'm' -> {
                forward(number(), number());
                startX = x;
                startY = y;
                shape.moveTo(x, y);
            }
            case 'l' -> line(number(), number());
            case 'h' -> line(number(), 0);
            case 'v' -> line(0, number());
            case 'q' -> {
                double controlX = x + number();
                double controlY = y + number();
                forward(number(), number());
                shape.quadTo(controlX, controlY, x, y);
            }
            case 'c' -> {
                double firstX = x + number();
                double firstY = y + number();
                double secondX = x + number();
                double secondY = y + number();
                forward(number(), number());
                shape.curveTo(firstX, firstY, secondX, secondY, x, y);
            }
            case 'z' -> {
                shape.closePath();
                x = startX;
                y = startY;
            }
            default -> throw new IllegalArgumentException("no outline of a formula: " + data);
        }
    }

    private void line(double right, double down) {
        forward(right, down);
        shape.lineTo(x, y);
    }

    private void forward(double right, double down) {
        x += right;
        y += down;
    }

    private double number() {
        while (at < data.length() && data.charAt(at) == ' ') {
            at++;
        }
        int start = at;
        if (at < data.length() && data.charAt(at) == '-') {
            at++;
        }
        while (at < data.length() && Character.isDigit(data.charAt(at))) {
            at++;
        }
        return Integer.parseInt(data, start, at, 10);
    }
}
