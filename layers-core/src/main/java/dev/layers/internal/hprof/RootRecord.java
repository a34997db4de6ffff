package dev.layers.internal.hprof;

import java.io.IOException;

/**
 * What a dump says of a root.
 *
 * @param tag what kind of root it is
 * @param id the id of the object
 * @param thread the serial number of a thread; 0 for none
 * @param place the number of a frame in the stack of the thread, or -1 for none; for a thread object the serial number of its stack
 */
public record RootRecord(int tag, long id, int thread, int place) {
    /** A root of another kind. */
    public static final int UNKNOWN = 0xff;
    /** A global reference of native code. */
    public static final int JNI_GLOBAL = 1;
    /** A local reference of native code. */
    public static final int JNI_LOCAL = 2;
    /** A local variable of a frame. */
    public static final int JAVA_FRAME = 3;
    /** A frame of native code. */
    public static final int NATIVE_STACK = 4;
    /** A class that is never unloaded. */
    public static final int STICKY_CLASS = 5;
    /** A reference from a thread. */
    public static final int THREAD_BLOCK = 6;
    /** A monitor in use. */
    public static final int MONITOR_USED = 7;
    /** A live thread. */
    public static final int THREAD_OBJECT = 8;

    static boolean isRoot(int tag) {
        return tag == UNKNOWN || (tag >= JNI_GLOBAL && tag <= THREAD_OBJECT);
    }

    static RootRecord read(int tag, DumpInput in) throws IOException {
        long id = in.id();
        return switch (tag) {
            case JNI_GLOBAL -> {
                in.id();
                yield new RootRecord(tag, id, 0, -1);
            }
            case JNI_LOCAL, JAVA_FRAME, THREAD_OBJECT -> new RootRecord(tag, id, in.s4(), in.s4());
            case NATIVE_STACK, THREAD_BLOCK -> new RootRecord(tag, id, in.s4(), -1);
            default -> new RootRecord(tag, id, 0, -1);
        };
    }
}
