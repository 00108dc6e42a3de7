package pipedream;

import java.util.ArrayList;
import java.util.List;

/**
 * What a profile says about a layer, for one image.
 *
 * @param name as in the architecture
 * @param flop floating-point operations of the forward pass, a multiplication and an addition counted as two
 * @param outputs numbers that leave the layer
 * @param weights numbers that are trained
 */
public record Layer(String name, double flop, long outputs, long weights) {
    // tag::vgg[]
    /** Channels of the convolutions of VGG-16; 0 halves the image. */
    private static final int[] VGG16 = {
        64, 64, 0, 128, 128, 0, 256, 256, 256, 0,
        512, 512, 512, 0, 512, 512, 512, 0
    };

    /** VGG-16 for images of {@code side} pixels, from its architecture. */
    public static List<Layer> vgg16(int side) {
        var layers = new ArrayList<Layer>();
        long channels = 3;
        long pixels = (long) side * side;
        for (int next : VGG16) {
            if (next == 0) { // <1>
                pixels /= 4;
                var last = layers.remove(layers.size() - 1);
                layers.add(new Layer(last.name, last.flop,
                        last.outputs / 4, last.weights));
                continue;
            }
            long kernel = 9 * channels * next;
            layers.add(new Layer("conv" + (layers.size() + 1),
                    2.0 * kernel * pixels, next * pixels, kernel + next));
            channels = next;
        }
        long from = channels * pixels;
        for (int to : new int[] {4096, 4096, 1000}) {
            layers.add(new Layer("fc" + (layers.size() - 7), // <2>
                    2.0 * from * to, to, from * to + to));
            from = to;
        }
        return layers;
    }
    // end::vgg[]
}
