package schedules;

/** A task that a stage ran from {@code start} to {@code end}, in the time unit of {@link Cost}. */
public record Event(int stage, Task task, double start, double end) {}
