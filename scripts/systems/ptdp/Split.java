package ptdp;

/**
 * One way to use a cluster: {@code tensor * pipeline * data} GPUs, the tensor group innermost, then data.
 *
 * @param tensor GPUs that share each layer
 * @param pipeline stages
 * @param data replicas
 * @param microbatch samples per microbatch
 */
public record Split(int tensor, int pipeline, int data, int microbatch) {
    /** As the book prints it. */
    @Override
    public String toString() {
        return "(" + tensor + ", " + pipeline + ", " + data + ")";
    }

    /** Microbatches that each pipeline works through per batch; 0 if the batch does not divide. */
    public int microbatches(int batch) {
        return batch % (data * microbatch) == 0 ? batch / (data * microbatch) : 0;
    }
}
