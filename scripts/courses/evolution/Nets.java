package evolution;

/** The five nets of the lecture, and one that the tables are compared with. */
public final class Nets {
    private Nets() {}

    /** AlexNet as published, in two halves where it had two. */
    public static Blueprint alexNet() {
        return new Blueprint(3, 227, true, false)
                .conv("conv1", 96, 11, 4, 0, 1).pool(3, 2, 0)
                .conv("conv2", 256, 5, 1, 2, 2).pool(3, 2, 0)
                .conv("conv3", 384, 3, 1, 1, 1)
                .conv("conv4", 384, 3, 1, 1, 2)
                .conv("conv5", 256, 3, 1, 1, 2).pool(3, 2, 0)
                .dense("fc6", 4096).dense("fc7", 4096).dense("fc8", 1000);
    }

    // tag::inception[]
    /** GoogLeNet's module: four paths, narrow before they are wide. */
    static void inception(Blueprint net, String name,
            int one, int reduce3, int three, int reduce5, int five, int proj) {
        net.concat(
                net.branch().conv(name, one, 1, 1, 0, 1),
                net.branch().conv(name, reduce3, 1, 1, 0, 1)
                        .conv(name, three, 3, 1, 1, 1),
                net.branch().conv(name, reduce5, 1, 1, 0, 1)
                        .conv(name, five, 5, 1, 2, 1),
                net.branch().pool(3, 1, 1).conv(name, proj, 1, 1, 0, 1));
    }
    // end::inception[]

    /** GoogLeNet; {@code reduce5a} is the width before the 5x5 of module 5a, printed as 32. */
    public static Blueprint googLeNet(int reduce5a) {
        var net = stem(new Blueprint(3, 224, true, false));
        inception(net, "3a", 64, 96, 128, 16, 32, 32);
        inception(net, "3b", 128, 128, 192, 32, 96, 64);
        net.pool(3, 2, 1);
        inception(net, "4a", 192, 96, 208, 16, 48, 64);
        inception(net, "4b", 160, 112, 224, 24, 64, 64);
        inception(net, "4c", 128, 128, 256, 24, 64, 64);
        inception(net, "4d", 112, 144, 288, 32, 64, 64);
        inception(net, "4e", 256, 160, 320, 32, 128, 128);
        net.pool(3, 2, 1);
        inception(net, "5a", 256, 160, 320, reduce5a, 128, 128);
        inception(net, "5b", 384, 192, 384, 48, 128, 128);
        return net.pool(7, 1, 0).dense("linear", 1000);
    }

    private static Blueprint stem(Blueprint net) {
        return net.conv("stem", 64, 7, 2, 3, 1).pool(3, 2, 1)
                .conv("reduce", 64, 1, 1, 0, 1).conv("conv2", 192, 3, 1, 1, 1).pool(3, 2, 1);
    }

    /** Batch-normalized module: two 3x3 in place of the 5x5; a stride of 2 passes the pooled input through. */
    private static int normalized(Blueprint net, String name, int stride,
            int one, int reduce3, int three, int reduceDouble, int twice, int proj) {
        var single = net.branch().conv(name, reduce3, 1, 1, 0, 1).conv(name, three, 3, stride, 1, 1);
        var both = net.branch().conv(name, reduceDouble, 1, 1, 0, 1)
                .conv(name, twice, 3, 1, 1, 1).conv(name, twice, 3, stride, 1, 1);
        if (stride == 2) {
            return net.concat(single, both, net.branch().pool(3, 2, 1)).depth();
        }
        return net.concat(net.branch().conv(name, one, 1, 1, 0, 1), single, both,
                net.branch().pool(3, 1, 1).conv(name, proj, 1, 1, 0, 1)).depth();
    }

    /** Inception with batch normalization, with the widths of its paper; {@code widths} takes what each module gives. */
    public static Blueprint inceptionBn(java.util.Map<String, Integer> widths) {
        var net = stem(new Blueprint(3, 224, false, true));
        widths.put("3a", normalized(net, "3a", 1, 64, 64, 64, 64, 96, 32));
        widths.put("3b", normalized(net, "3b", 1, 64, 64, 96, 64, 96, 64));
        widths.put("3c", normalized(net, "3c", 2, 0, 128, 160, 64, 96, 0));
        widths.put("4a", normalized(net, "4a", 1, 224, 64, 96, 96, 128, 128));
        widths.put("4b", normalized(net, "4b", 1, 192, 96, 128, 96, 128, 128));
        widths.put("4c", normalized(net, "4c", 1, 160, 128, 160, 128, 160, 128));
        widths.put("4d", normalized(net, "4d", 1, 96, 128, 192, 160, 192, 128));
        widths.put("4e", normalized(net, "4e", 2, 0, 128, 192, 192, 256, 0));
        widths.put("5a", normalized(net, "5a", 1, 352, 192, 320, 160, 224, 128));
        widths.put("5b", normalized(net, "5b", 1, 352, 192, 320, 192, 224, 128));
        return net.pool(7, 1, 0).dense("linear", 1000);
    }

    // tag::residual[]
    /** ResNet: blocks with a path around them, in four stages. */
    public static Blueprint resNet(boolean bottleneck, int... blocks) {
        var net = new Blueprint(3, 224, false, true)
                .conv("conv1", 64, 7, 2, 3, 1).pool(3, 2, 1);
        for (int stage = 0; stage < blocks.length; stage++) {
            for (int block = 0; block < blocks[stage]; block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                block(net, "stage" + (stage + 2), bottleneck, 64 << stage, stride);
            }
        }
        return net.pool(7, 1, 0).dense("fc", 1000);
    }

    private static void block(
            Blueprint net, String name, boolean bottleneck, int width, int stride) {
        int out = bottleneck ? 4 * width : width;
        var path = bottleneck
                ? net.branch().conv(name, width, 1, stride, 0, 1)
                        .conv(name, width, 3, 1, 1, 1).conv(name, out, 1, 1, 0, 1)
                : net.branch().conv(name, width, 3, stride, 1, 1)
                        .conv(name, out, 3, 1, 1, 1);
        if (net.depth() != out || stride != 1) { // <1>
            net.branch().conv(name, out, 1, stride, 0, 1);
        }
        net.concat(path);
    }
    // end::residual[]
}
