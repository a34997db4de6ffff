package dev.layers.internal.hprof;

import java.io.IOException;

/** Is shown the records of a dump in the order of the file; may stop by throwing. */
public interface DumpVisitor {
    /** Shows how many bytes an id has, before all else. */
    default void idsOf(int size) throws IOException {}

    /** Shows a name, in modified UTF-8. */
    default void text(long id, byte[] text) throws IOException {}

    /** Shows that a class was loaded: its serial number, id, and the id of its name. */
    default void loaded(int serial, long id, long name) throws IOException {}

    /** Shows a frame of a stack. */
    default void frame(FrameRecord frame) throws IOException {}

    /** Shows a stack, the innermost frame first. */
    default void stack(int serial, long[] frames) throws IOException {}

    /** Shows a root. */
    default void root(RootRecord root) throws IOException {}

    /** Shows a class. */
    default void type(ClassRecord type) throws IOException {}

    /** Shows an instance and the id of its class. */
    void instance(long id, long type, Body fields) throws IOException;

    /** Shows an array of references and the id of its class. */
    void objects(long id, long type, Body elements) throws IOException;

    /** Shows an array of primitives and its {@link ValueType}. */
    default void primitives(long id, int type, Body elements) throws IOException {}
}
