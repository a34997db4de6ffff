package dev.layers.internal.heap;

/** How much memory an analysis may take, and has taken. */
final class Budget {
    private final long limit;
    private long taken;

    Budget(long limit) {
        this.limit = limit;
    }

    /** Returns a budget of so many tenths of what is free in this JVM. */
    static Budget ofThisJvm(int tenths) {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return new Budget((runtime.maxMemory() - used) / 10 * tenths);
    }

    /** Takes {@code bytes}, before they are allocated. */
    void take(long bytes) throws NoRoomException {
        taken += bytes;
        if (taken > limit) {
            throw new NoRoomException("it needs more than the " + (limit >> 20) + " MB of memory that are free");
        }
    }

    /** Gives back {@code bytes} that nothing refers to any longer. */
    void giveBack(long bytes) {
        taken -= bytes;
    }

    int[] ints(int count) throws NoRoomException {
        take((long) count * Integer.BYTES);
        return new int[count];
    }
}
