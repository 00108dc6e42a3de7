package reverb;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A table: items, who is sampled next, who must go, and a limiter that makes writers and samplers wait. */
public final class ReplayTable implements AutoCloseable {
    final String name;
    final Selector sampler;
    final Selector remover;
    final RateLimiter limiter;
    final Map<Long, Slot> slots = new TreeMap<>();
    final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ChunkStore store;
    private final int maxSize;
    private final int maxTimesSampled;
    private Consumer<RateLimiter> watcher = limiter -> {};
    private boolean closed;

    /** An item and what the table knows of it. */
    static final class Slot {
        final Item item;
        double priority;
        int timesSampled;

        Slot(Item item, double priority) {
            this.item = item;
            this.priority = priority;
        }
    }

    ReplayTable(String name, Selector sampler, Selector remover, int maxSize, int maxTimesSampled, RateLimiter limiter,
            ChunkStore store) {
        if (maxSize < limiter.minSize()) {
            throw new IllegalArgumentException("table '" + name + "' of " + maxSize + " items can never hold the "
                    + limiter.minSize() + " that the first sample waits for");
        }
        this.name = name;
        this.sampler = sampler;
        this.remover = remover;
        this.maxSize = maxSize;
        this.maxTimesSampled = maxTimesSampled;
        this.limiter = limiter;
        this.store = store;
    }

    // tag::blocking[]
    /** Insert an item; wait while the limiter says so. */
    void insert(Item item, double priority) {
        lock.lock();
        try {
            while (!tryInsert(item, priority)) {
                await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sample an item; wait while the limiter says so. */
    public Sample sample() {
        lock.lock();
        try {
            var sample = trySample();
            while (sample.isEmpty()) {
                await();
                sample = trySample();
            }
            return sample.get();
        } finally {
            lock.unlock();
        }
    }
    // end::blocking[]

    // tag::insert[]
    /** Insert an item unless it would have to wait; a known key gets the new priority. */
    boolean tryInsert(Item item, double priority) {
        return locked(() -> {
            if (slots.containsKey(item.key())) {
                reprioritise(item.key(), priority);
                return true;
            }
            if (!limiter.canInsert(1)) {
                return false;
            }
            sampler.insert(item.key(), priority);
            remover.insert(item.key(), priority);
            slots.put(item.key(), new Slot(item, priority));
            item.chunks().forEach(store::retain);
            if (slots.size() > maxSize) { // <1>
                remove(remover.select().key());
            }
            limiter.inserted();
            return true;
        });
    }
    // end::insert[]

    // tag::sample[]
    /** Sample an item unless it would have to wait. */
    public Optional<Sample> trySample() {
        return locked(() -> {
            if (!limiter.canSample(1)) {
                return Optional.empty();
            }
            var picked = sampler.select();
            var slot = slots.get(picked.key());
            slot.timesSampled++;
            var sample = new Sample(picked.key(), picked.probability(),
                    slots.size(), slot.timesSampled, slot.item.steps());
            limiter.sampled();
            if (slot.timesSampled == maxTimesSampled) {
                remove(picked.key());
            }
            return Optional.of(sample);
        });
    }
    // end::sample[]

    private void remove(long key) {
        var slot = slots.remove(key);
        sampler.delete(key);
        remover.delete(key);
        limiter.deleted();
        slot.item.chunks().forEach(store::release);
    }

    /** Give an item another priority; false when it is gone, which is normal: it may have been replaced meanwhile. */
    public boolean update(long key, double priority) {
        return locked(() -> {
            Selector.checked(priority);
            boolean there = slots.containsKey(key);
            if (there) {
                reprioritise(key, priority);
            }
            return there;
        });
    }

    private void reprioritise(long key, double priority) {
        sampler.update(key, priority);
        remover.update(key, priority);
        slots.get(key).priority = priority;
    }

    /** Delete an item; false when it is gone already. */
    public boolean delete(long key) {
        return locked(() -> {
            boolean there = slots.containsKey(key);
            if (there) {
                remove(key);
            }
            return there;
        });
    }

    /** Whether {@code k} samples could be taken now. */
    public boolean canSample(int k) {
        return locked(() -> limiter.canSample(k));
    }

    /** Whether {@code k} items could be inserted now. */
    public boolean canInsert(int k) {
        return locked(() -> limiter.canInsert(k));
    }

    /** Look at the limiter while nothing changes. */
    public void inspect(Consumer<RateLimiter> look) {
        locked(() -> {
            look.accept(limiter);
            return true;
        });
    }

    /** Call this after every change, with the table locked. */
    public void watch(Consumer<RateLimiter> newWatcher) {
        locked(() -> {
            watcher = newWatcher;
            return true;
        });
    }

    /** Items that are there. */
    public int size() {
        return locked(slots::size);
    }

    /** Wake all who wait; from now on nobody waits, and nothing is inserted or sampled. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private interface Action<T> {
        T run();
    }

    private <T> T locked(Action<T> action) {
        lock.lock();
        try {
            if (closed) {
                throw new CancellationException("table '" + name + "' is closed");
            }
            long before = limiter.inserts() + limiter.samples() + limiter.deletes();
            T result = action.run();
            if (before != limiter.inserts() + limiter.samples() + limiter.deletes()) {
                watcher.accept(limiter);
                changed.signalAll();
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void await() {
        try {
            changed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for table '" + name + "'");
        }
    }
}
