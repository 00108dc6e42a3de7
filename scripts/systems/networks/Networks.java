package networks;

import java.util.ArrayList;
import java.util.List;

/** Parameter tensors of known networks, generated from their architecture, in the order of the forward pass. */
public final class Networks {
    private final List<Tensor> tensors = new ArrayList<>();

    private Networks() {}

    // tag::resnet[]
    /** ResNet-50 for images of 224 by 224: 53 convolutions and a classifier. */
    public static List<Tensor> resNet50() {
        var net = new Networks();
        net.convolution("stem", 3, 64, 7, 112);
        int in = 64;
        int[] blocks = {3, 4, 6, 3};
        for (int stage = 0; stage < blocks.length; stage++) {
            int width = 64 << stage;
            int size = 56 >> stage;
            for (int b = 0; b < blocks[stage]; b++) {
                var name = "stage " + stage + " block " + b;
                int before = b == 0 && stage > 0 ? 2 * size : size; // the 3x3 convolution halves
                net.convolution(name, in, width, 1, before);
                net.convolution(name, width, width, 3, size);
                net.convolution(name, width, 4 * width, 1, size);
                if (b == 0) {
                    net.convolution(name + " shortcut", in, 4 * width, 1, size);
                }
                in = 4 * width;
            }
        }
        net.dense("classifier", in, 1000, 1);
        return List.copyOf(net.tensors);
    }
    // end::resnet[]

    /** BERT-large, uncased, without a head, for sequences of 512. */
    public static List<Tensor> bertLarge() {
        var net = new Networks();
        int h = 1024;
        net.add("word embedding", 30522L * h, 0);
        net.add("position embedding", 512L * h, 0);
        net.add("type embedding", 2L * h, 0);
        net.norm("embedding", h);
        for (int layer = 0; layer < 24; layer++) {
            for (var part : List.of("query", "key", "value", "output")) {
                net.dense("layer " + layer + " " + part, h, h, 512);
            }
            net.norm("layer " + layer, h);
            net.dense("layer " + layer + " wide", h, 4 * h, 512);
            net.dense("layer " + layer + " narrow", 4 * h, h, 512);
            net.norm("layer " + layer, h);
        }
        net.dense("pooler", h, h, 1);
        return List.copyOf(net.tensors);
    }

    /** AlexNet in two groups, as published: five convolutions and three dense layers. */
    public static List<Tensor> alexNet() {
        var net = new Networks();
        net.grouped("conv 1", 3, 96, 11, 55);
        net.grouped("conv 2", 48, 256, 5, 27);
        net.grouped("conv 3", 256, 384, 3, 13);
        net.grouped("conv 4", 192, 384, 3, 13);
        net.grouped("conv 5", 192, 256, 3, 13);
        net.dense("dense 6", 9216, 4096, 1);
        net.dense("dense 7", 4096, 4096, 1);
        net.dense("dense 8", 4096, 1000, 1);
        return List.copyOf(net.tensors);
    }

    /** Numbers in all tensors. */
    public static long elements(List<Tensor> tensors) {
        return tensors.stream().mapToLong(Tensor::elements).sum();
    }

    private void convolution(String name, int in, int out, int kernel, int size) {
        long elements = (long) in * out * kernel * kernel;
        add(name + " weight", elements, (double) elements * size * size);
        norm(name, out);
    }

    private void grouped(String name, int inOfGroup, int out, int kernel, int size) {
        long elements = (long) inOfGroup * out * kernel * kernel;
        add(name + " weight", elements, (double) elements * size * size);
        add(name + " bias", out, 0);
    }

    private void dense(String name, int in, int out, int rows) {
        add(name + " weight", (long) in * out, (double) in * out * rows);
        add(name + " bias", out, 0);
    }

    private void norm(String name, int size) {
        add(name + " scale", size, 0);
        add(name + " shift", size, 0);
    }

    private void add(String name, long elements, double work) {
        tensors.add(new Tensor(name, elements, work));
    }
}
