package convnet;

import java.util.List;

/** One step of a network, with its own way back. */
public interface Layer {
    // tag::layer[]
    /** Compute the output and remember what the way back needs. */
    Vol forward(Vol in, boolean training);

    /** Read the gradient of the latest output; add to the input's and parameters'. */
    void backward();

    /** Weights and biases, if it has any. */
    default List<Vol> parameters() {
        return List.of();
    }
    // end::layer[]
}
