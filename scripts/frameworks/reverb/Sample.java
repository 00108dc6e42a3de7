package reverb;

/**
 * An item as a client gets it.
 *
 * @param key of the item, to send a new priority back
 * @param probability with which the selector picked it
 * @param tableSize items in the table at that moment
 * @param timesSampled this time included
 * @param steps rows of data, one per step
 */
public record Sample(long key, double probability, int tableSize, int timesSampled, double[][] steps)
        implements java.io.Serializable {}
