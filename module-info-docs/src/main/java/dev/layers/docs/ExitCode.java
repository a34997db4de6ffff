package dev.layers.docs;

/** What the process ends with. */
enum ExitCode {
    /** Done, and nothing differs. */
    DONE(0),
    /** Pages differ, or a change breaks others. */
    DIFFERS(1),
    /** Input that cannot be read, or output that cannot be written. */
    UNUSABLE(2),
    WRONG_CALL(64),
    DEFECT(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
