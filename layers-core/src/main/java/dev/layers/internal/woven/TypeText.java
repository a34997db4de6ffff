package dev.layers.internal.woven;

/** How messages name the class of an object of a module. */
final class TypeText {
    private TypeText() {}

    /** Returns the quoted name; that of a lambda says where it was written, since its own is another in each run. */
    static String of(Object object) {
        String name = object.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? "'" + name + "'" : "a lambda of '" + name.substring(0, lambda) + "'";
    }
}
