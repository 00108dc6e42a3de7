package lectern.math;

import java.awt.geom.Rectangle2D;

/** The room a formula takes, in units of the picture; y grows downwards, whole numbers only. */
record Extent(int left, int top, int right, int bottom) {

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    /** The smallest that holds this and what was drawn, for italics that lean out of their box. */
    Extent including(Rectangle2D drawn) {
        return new Extent(
                Math.min(left, (int) Math.floor(drawn.getMinX())),
                Math.min(top, (int) Math.floor(drawn.getMinY())),
                Math.max(right, (int) Math.ceil(drawn.getMaxX())),
                Math.max(bottom, (int) Math.ceil(drawn.getMaxY())));
    }
}
