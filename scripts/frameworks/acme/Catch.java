package acme;

import java.util.SplittableRandom;

/**
 * Catch, as in bsuite: a ball falls through 10 rows of 5 columns, a paddle in the last row moves left, stays or moves
 * right. The episode ends when the ball arrives, with a reward of 1 if it is caught and -1 if not.
 */
public final class Catch {
    static final int ROWS = 10;
    static final int COLUMNS = 5;
    /** Positions of ball and paddle. */
    public static final int STATES = ROWS * COLUMNS * COLUMNS;
    /** Left, stay, right. */
    public static final int ACTIONS = 3;
    /** Steps of an episode. */
    public static final int STEPS = ROWS - 1;

    private final SplittableRandom random;
    private int row;
    private int ball;
    private int paddle;

    /** What a step leads to; {@code last} ends the episode. */
    public record Step(int state, double reward, boolean last) {}

    /** An environment with its own stream of ball columns. */
    public Catch(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Start an episode in a random column. */
    public Step reset() {
        return reset(random.nextInt(COLUMNS));
    }

    /** Start an episode in a given column. */
    public Step reset(int column) {
        row = 0;
        ball = column;
        paddle = COLUMNS / 2;
        return new Step(state(), 0, false);
    }

    /** Move the paddle by action - 1, then let the ball fall by one row. */
    public Step step(int action) {
        if (row == STEPS || action < 0 || action >= ACTIONS) {
            throw new IllegalArgumentException("action " + action + " in row " + row);
        }
        paddle = Math.min(COLUMNS - 1, Math.max(0, paddle + action - 1));
        row++;
        boolean last = row == STEPS;
        return new Step(state(), last ? paddle == ball ? 1 : -1 : 0, last);
    }

    private int state() {
        return (row * COLUMNS + ball) * COLUMNS + paddle;
    }
}
