package ptdp;

import java.util.List;

/** Tables 1 and 2 of the paper, as printed. */
public final class Published {
    private Published() {}

    /**
     * A row of Table 1.
     *
     * @param billions parameters, in billions
     * @param model that was trained
     * @param tensor size of the tensor group
     * @param pipeline stages
     * @param gpus in all
     * @param batch samples
     * @param teraflops per GPU
     * @param petaflops of all GPUs
     */
    public record Run(double billions, Gpt model, int tensor, int pipeline, int gpus, int batch, double teraflops,
            double petaflops) {}

    /** Table 1. */
    public static final List<Run> RUNS = List.of(
            new Run(1.7, Gpt.of(24, 2304, 24), 1, 1, 32, 512, 137, 4.4),
            new Run(3.6, Gpt.of(30, 3072, 32), 2, 1, 64, 512, 138, 8.8),
            new Run(7.5, Gpt.of(36, 4096, 32), 4, 1, 128, 512, 142, 18.2),
            new Run(18.4, Gpt.of(40, 6144, 48), 8, 1, 256, 1024, 135, 34.6),
            new Run(39.1, Gpt.of(48, 8192, 64), 8, 2, 512, 1536, 138, 70.8),
            new Run(76.1, Gpt.of(60, 10240, 80), 8, 4, 1024, 1792, 140, 143.8),
            new Run(145.6, Gpt.of(80, 12288, 96), 8, 8, 1536, 2304, 148, 227.1),
            new Run(310.1, Gpt.of(96, 16384, 128), 8, 16, 1920, 2160, 155, 297.4),
            new Run(529.6, Gpt.of(105, 20480, 128), 8, 35, 2520, 2520, 163, 410.2),
            new Run(1008.0, Gpt.of(128, 25600, 160), 8, 64, 3072, 3072, 163, 502.0));

    private static final Gpt GPT3 = Gpt.of(96, 12288, 96);
    private static final Gpt LARGE = Gpt.of(105, 20480, 128);

    /** A row of Table 2: days for 300 billion tokens. */
    public record Training(String scheme, Gpt model, int gpus, double teraflops, int days) {}

    /** Table 2. */
    public static final List<Training> TRAININGS = List.of(
            new Training("ZeRO-3", GPT3, 384, 144, 90),
            new Training("ZeRO-3", GPT3, 768, 88, 74),
            new Training("ZeRO-3", GPT3, 1536, 44, 74),
            new Training("ZeRO-3", LARGE, 640, 138, 169),
            new Training("ZeRO-3", LARGE, 1120, 98, 137),
            new Training("ZeRO-3", LARGE, 2240, 48, 140),
            new Training("PTD-P", GPT3, 384, 153, 84),
            new Training("PTD-P", GPT3, 768, 149, 43),
            new Training("PTD-P", GPT3, 1536, 141, 23),
            new Training("PTD-P", LARGE, 560, 171, 156),
            new Training("PTD-P", LARGE, 1120, 167, 80),
            new Training("PTD-P", LARGE, 2240, 159, 42));
}
