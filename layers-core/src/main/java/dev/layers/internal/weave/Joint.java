package dev.layers.internal.weave;

/** A place in the code of modules that is woven; all names are internal ones, {@code java/lang/Thread}. */
sealed interface Joint {
    /** Returns the JDK type whose mention in a constant pool makes a class worth a look. */
    String type();

    /**
     * A class that is extended and instantiated: {@code substitute}, a subclass of it with the same constructors, takes its
     * place.
     */
    record Substitution(String type, String substitute) implements Joint {}

    /**
     * A class with a constructor without parameters that is extended: {@code substitute}, a subclass of it, is extended in its
     * place, and has static methods in place of its own.
     */
    record Extension(String type, String substitute) implements Joint {}

    /**
     * A method, in all its overloads: static methods of {@code substitute} of the same name take its place, with the receiver
     * as first parameter where the method is none of its class.
     */
    record Redirection(String type, String method, String substitute) implements Joint {}

    /**
     * A method whose result is shown to {@code static void witness(Object)} of {@code substitute} after each call, for types
     * that may be absent here.
     */
    record Capture(String type, String method, String substitute, String witness) implements Joint {}

    /** A method whose call is told to {@code static void note(String)} of {@code substitute} before it is made. */
    record Notice(String type, String method, String substitute, String text) implements Joint {}

    /**
     * A method with one parameter, a string, for what has to be called from the module itself: it is shown to {@code static
     * void} methods of {@code substitute}, before each call to one of the same name and parameter, and after it to {@code
     * end()}.
     */
    record Showing(String type, String method, String substitute, String end) implements Joint {}
}
