/** The order of tasks in torchgpipe, forwards and backwards, and its cut of a network into partitions. */
package clockcycles;
