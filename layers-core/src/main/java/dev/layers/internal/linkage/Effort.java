package dev.layers.internal.linkage;

/**
 * How much work a check may still be: class files of some KB can ask for hours of it.
 *
 * <p>What sources ask for is a fraction; when it is spent, what is not known by then counts as unknown.
 */
final class Effort {
    /** Steps, some seconds of work; a module of 5,000 classes that extend the contract takes less than a tenth. */
    private static final long MOST = 100_000_000;

    private long left = MOST;

    /** Returns whether there is enough left for so many steps, and takes them. */
    boolean spend(long steps) {
        left = Math.max(0, left - steps);
        return left > 0;
    }

    /**
     * Takes steps on behalf of a reader of a class file.
     *
     * @throws Spent if there are not as many left
     */
    void require(long steps) {
        if (!spend(steps)) {
            throw new Spent();
        }
    }

    /** Ends the reading of a class file. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("Too much to check", null, false, false);
        }
    }
}
