package dev.layers.benchmarks;

/** The service that benchmarks call. */
public interface Calculator {
    /**
     * Adds.
     *
     * @param one a number
     * @param other another
     * @return the sum
     */
    int add(int one, int other);

    /**
     * Greets.
     *
     * @param name whom
     * @return a greeting
     */
    String greet(String name);

    /**
     * Looks at a listener.
     *
     * @param listener anything of the host
     * @return whether it was there
     */
    boolean take(Listener listener);

    /**
     * Returns a listener.
     *
     * @return always the same
     */
    Listener same();

    /**
     * Returns a listener.
     *
     * @return a new one
     */
    Listener fresh();

    /** Something that crosses. */
    interface Listener {
        /** Hears. */
        void hear();
    }
}
