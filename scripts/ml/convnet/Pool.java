package convnet;

/** Max-pooling; windows overlap when the stride is less than the size. */
public final class Pool implements Layer {
    private final int size;
    private final int stride;
    private Vol in;
    private Vol out;
    private int[] winner;

    /** Make windows of size x size, {@code stride} apart. */
    public Pool(int size, int stride) {
        this.size = size;
        this.stride = stride;
    }

    @Override
    public Vol forward(Vol in, boolean training) {
        this.in = in;
        out = new Vol(in.depth, (in.height - size) / stride + 1, (in.width - size) / stride + 1);
        winner = new int[out.w.length];
        for (int m = 0; m < out.depth; m++) {
            for (int y = 0; y < out.height; y++) {
                for (int x = 0; x < out.width; x++) {
                    int at = out.at(m, y, x);
                    winner[at] = largest(m, y * stride, x * stride);
                    out.w[at] = in.w[winner[at]];
                }
            }
        }
        return out;
    }

    private int largest(int m, int top, int left) {
        int best = in.at(m, top, left);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                int at = in.at(m, top + i, left + j);
                best = in.w[at] > in.w[best] ? at : best;
            }
        }
        return best;
    }

    @Override
    public void backward() {
        for (int i = 0; i < winner.length; i++) {
            in.dw[winner[i]] += out.dw[i];
        }
    }
}
