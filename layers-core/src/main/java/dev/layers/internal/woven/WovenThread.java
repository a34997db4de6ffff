package dev.layers.internal.woven;

import org.jspecify.annotations.Nullable;

/** The thread that modules make and extend, recorded as it is made. */
public class WovenThread extends Thread {
    /** As that of the JDK. */
    public WovenThread() {
        super();
        Workers.ofMaker(this).add(this);
    }

    /** As that of the JDK. */
    public WovenThread(@Nullable Runnable task) {
        super(task);
        Workers.ofMaker(this).add(this);
    }

    /** As that of the JDK. */
    public WovenThread(@Nullable ThreadGroup group, @Nullable Runnable task) {
        super(group, task);
        Workers.ofMaker(this).add(this);
    }

    /** As that of the JDK. */
    public WovenThread(String name) {
        super(name);
        Workers.ofMaker(this).add(this);
    }

    /** As that of the JDK. */
    public WovenThread(@Nullable ThreadGroup group, String name) {
        super(group, name);
        Workers.ofMaker(this).add(this);
    }

    /** As that of the JDK. */
    public WovenThread(@Nullable Runnable task, String name) {
        super(task, name);
        Workers.ofMaker(this).add(this);
    }

    /** As that of the JDK. */
    public WovenThread(@Nullable ThreadGroup group, @Nullable Runnable task, String name) {
        super(group, task, name);
        Workers.ofMaker(this).add(this);
    }

    /** As that of the JDK. */
    public WovenThread(@Nullable ThreadGroup group, @Nullable Runnable task, String name, long stackSize) {
        super(group, task, name, stackSize);
        Workers.ofMaker(this).add(this);
    }

    /** As that of the JDK. */
    public WovenThread(
            @Nullable ThreadGroup group, @Nullable Runnable task, String name, long stackSize, boolean inheriting) {
        super(group, task, name, stackSize, inheriting);
        Workers.ofMaker(this).add(this);
    }
}
