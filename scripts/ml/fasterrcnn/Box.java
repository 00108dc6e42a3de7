package fasterrcnn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rectangle in pixels, edges as real numbers.
 *
 * @param x0 left edge
 * @param y0 upper edge
 * @param x1 right edge, more than {@code x0}
 * @param y1 lower edge, more than {@code y0}
 */
public record Box(double x0, double y0, double x1, double y1) {
    /** A box by its centre and size. */
    public static Box around(double x, double y, double width, double height) {
        return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }

    /** Width in pixels. */
    public double width() {
        return x1 - x0;
    }

    /** Height in pixels. */
    public double height() {
        return y1 - y0;
    }

    // tag::iou[]
    /** Intersection over union: 1 for the same box, 0 for boxes apart. */
    public double iou(Box other) {
        double w = Math.min(x1, other.x1) - Math.max(x0, other.x0);
        double h = Math.min(y1, other.y1) - Math.max(y0, other.y0);
        double common = Math.max(0, w) * Math.max(0, h);
        return common / (width() * height() + other.width() * other.height() - common);
    }
    // end::iou[]

    // tag::encode[]
    /** Where this box lies, seen from an anchor: shifts in units of its size, logarithms of growth. */
    public double[] seenFrom(Box anchor) {
        return new double[] {
            (x0 + x1 - anchor.x0 - anchor.x1) / 2 / anchor.width(),
            (y0 + y1 - anchor.y0 - anchor.y1) / 2 / anchor.height(),
            StrictMath.log(width() / anchor.width()),
            StrictMath.log(height() / anchor.height())
        };
    }

    /** The way back: this anchor, moved and stretched. */
    public Box moved(double[] t) {
        return around((x0 + x1) / 2 + t[0] * width(), (y0 + y1) / 2 + t[1] * height(),
                width() * StrictMath.exp(t[2]), height() * StrictMath.exp(t[3]));
    }
    // end::encode[]

    /** The part inside an image; at least a pixel wide and high. */
    public Box clipped(double width, double height) {
        double left = Math.max(0, Math.min(x0, width - 1));
        double top = Math.max(0, Math.min(y0, height - 1));
        return new Box(left, top, Math.max(left + 1, Math.min(x1, width)), Math.max(top + 1, Math.min(y1, height)));
    }

    /**
     * A box with a score.
     *
     * @param box the box
     * @param score higher is better
     */
    public record Scored(Box box, double score) {}

    // tag::nms[]
    /** Keep the best box, drop all that overlap it by more than {@code limit}, and so on. */
    public static List<Scored> suppress(List<Scored> boxes, double limit, int most) {
        var kept = new ArrayList<Scored>();
        var order = new ArrayList<>(boxes);
        order.sort(Comparator.comparingDouble(Scored::score).reversed());
        for (var next : order) {
            if (kept.size() == most) {
                break;
            }
            if (kept.stream().noneMatch(k -> k.box().iou(next.box()) > limit)) {
                kept.add(next);
            }
        }
        return kept;
    }
    // end::nms[]
}
