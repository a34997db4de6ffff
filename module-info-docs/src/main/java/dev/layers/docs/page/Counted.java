package dev.layers.docs.page;

/** Numbers of things in words. */
final class Counted {
    private Counted() {}

    /** Returns such as {@code 1 module} and {@code 2 modules}. */
    static String of(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
