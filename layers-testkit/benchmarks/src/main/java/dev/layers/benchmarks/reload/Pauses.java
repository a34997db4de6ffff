package dev.layers.benchmarks.reload;

import java.util.Arrays;

/** How long it took from one answer to the next: a histogram whose buckets are an eighth of their size wide. */
final class Pauses {
    private static final int FINE = 3;

    private final long[] counts = new long[Long.SIZE << FINE];
    private long longest;

    /** Adds a pause in nanoseconds. */
    void add(long nanos) {
        counts[bucket(nanos)]++;
        if (nanos > longest) {
            longest = nanos;
        }
    }

    /** Adds all pauses of another thread, which has ended. */
    void add(Pauses other) {
        Arrays.setAll(counts, bucket -> counts[bucket] + other.counts[bucket]);
        longest = Math.max(longest, other.longest);
    }

    /** Returns how many there were. */
    long count() {
        return Arrays.stream(counts).sum();
    }

    long longest() {
        return longest;
    }

    /** Returns the pause that the given share of all does not exceed, to an eighth. */
    long quantile(double share) {
        long all = count();
        long seen = 0;
        int bucket = -1;
        while (seen < share * all) {
            bucket++;
            seen += counts[bucket];
        }
        return Math.min(longest, upper(bucket));
    }

    private static int bucket(long nanos) {
        long size = Math.max(nanos, 1L << FINE);
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(size);
        return (power << FINE) + (int) (size >>> (power - FINE)) - (1 << FINE);
    }

    /** Returns the least nanoseconds that are above the bucket. */
    private static long upper(int bucket) {
        int power = bucket >>> FINE;
        long eighths = (bucket & ((1 << FINE) - 1)) + (1L << FINE) + 1;
        return eighths << (power - FINE);
    }
}
