package dev.layers.testkit.check;

/** What the process ends with. */
enum ExitCode {
    CLEAN(0),
    NOT_CLEAN(1),
    UNKNOWN(2),
    REFUSED(3),
    USAGE(64);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
