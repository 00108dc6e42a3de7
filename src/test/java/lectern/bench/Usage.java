package lectern.bench;

/**
 * What one command took.
 *
 * @param wall seconds from start to end
 * @param cpu seconds of processor time, user and system, of the command and its children
 * @param memory MiB that the largest of its processes held at most
 * @param exit its exit code
 */
record Usage(double wall, double cpu, double memory, int exit) {}
