package dev.layers.internal.heap;

/** How a reference object holds its referent. */
enum Strength {
    /** It is no reference object. */
    NONE(0),
    SOFT(1),
    WEAK(2),
    PHANTOM(3),
    FINAL(4);

    /** What stands for it among numbers. */
    private final int code;

    Strength(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Returns what instances of the class named {@code type}, and of its sub-classes, are. */
    static Strength of(String type) {
        return switch (type) {
            case "java.lang.ref.SoftReference" -> SOFT;
            case "java.lang.ref.WeakReference" -> WEAK;
            case "java.lang.ref.PhantomReference" -> PHANTOM;
            case "java.lang.ref.FinalReference" -> FINAL;
            default -> NONE;
        };
    }
}
