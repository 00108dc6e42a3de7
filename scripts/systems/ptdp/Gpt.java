package ptdp;

/**
 * A GPT: transformer layers of equal size and an embedding whose matrix is used again for the logits.
 *
 * @param layers transformer layers
 * @param hidden size of a token's vector
 * @param heads attention heads
 * @param sequence tokens in a sample
 * @param vocabulary rows of the embedding
 */
public record Gpt(int layers, int hidden, int heads, int sequence, int vocabulary) {
    /** Sequence length and vocabulary of every model of the paper (Table 1). */
    public static Gpt of(int layers, int hidden, int heads) {
        return new Gpt(layers, hidden, heads, 2048, 51200);
    }

    // tag::size[]
    /** Parameters: matrices, biases, norms; embeddings of words and positions. */
    public double parameters() {
        double h = hidden;
        double layer = 12 * h * h + 13 * h;
        return layers * layer + (vocabulary + sequence) * h;
    }

    /** FLOP of one batch: matrix products, forward, forward again, backward. */
    public double flop(double batch) {
        double h = hidden;
        double s = sequence;
        double forwardLayer = 24 * s * h * h + 4 * s * s * h;
        return batch * (layers * 4 * forwardLayer + 6 * s * h * vocabulary);
    }
    // end::size[]

    // tag::days[]
    /** Days to train on so many tokens when each GPU does {@code flops} FLOP/s of Eq. 3's count. */
    public double days(double tokens, int gpus, double flops) {
        return flop(1) * tokens / sequence / (gpus * flops) / 86400;
    }

    /** The same in short: eight FLOP per parameter and token. */
    public double daysInShort(double tokens, int gpus, double flops) {
        return 8 * tokens * parameters() / (gpus * flops) / 86400;
    }
    // end::days[]
}
