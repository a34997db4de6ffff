package dev.layers.internal.residue;

import dev.layers.internal.woven.Ancestry;
import dev.layers.internal.woven.SharedThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The threads that are not the module's, and may yet have its context class loader or its exception handler.
 *
 * <p>Their stacks are not looked at, so this costs little however many there are.
 */
public final class ForeignThreads implements Search {
    private final Predicate<Thread> own;
    private final ClassLoader contextLoader;

    /**
     * Prepares a search.
     *
     * @param own tells the threads of the module, which are left alone
     * @param contextLoader what threads of the host get in place of the module's loader
     */
    public ForeignThreads(Predicate<Thread> own, ClassLoader contextLoader) {
        this.own = own;
        this.contextLoader = contextLoader;
    }

    @Override
    public void run(Owner owner, Residue residue) {
        for (Thread thread : all()) {
            if (!thread.equals(Thread.currentThread()) && isMarked(thread, owner) && !own.test(thread)) {
                resetContext(thread, owner, residue);
                resetHandler(thread, owner, residue);
            }
        }
    }

    /** The thread that asks is looked at too: the search will be on another. */
    @Override
    public boolean isVain(Owner owner) {
        for (Thread thread : all()) {
            if (!answers(thread) || isMarked(thread, owner)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether what the thread is asked is answered by the JDK, or not asked at all. */
    private static boolean answers(Thread thread) {
        Class<?> type = thread.getClass();
        return type.getClassLoader() == null
                || Ancestry.isOfSomeModule(type)
                || (isLoadedByTheJdk(type)
                        && inherits(type, "getContextClassLoader")
                        && inherits(type, "getUncaughtExceptionHandler"));
    }

    /** To look for a method loads the types that its class names; a loader of somebody else may never come back. */
    private static boolean isLoadedByTheJdk(Class<?> type) {
        return Ancestry.find(type.getClassLoader(), loader -> loader.getClass().getClassLoader() != null) == null;
    }

    /** Hosts have threads of classes of their own, few of which answer these questions themselves. */
    private static boolean inherits(Class<?> type, String method) {
        try {
            return type.getMethod(method).getDeclaringClass().getClassLoader() == null;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("A method of java.lang.Thread is not there", impossible);
        }
    }

    /** A class of a module may answer what it likes, or never; who left its own thread is no concern of another's end. */
    private static boolean isMarked(Thread thread, Owner owner) {
        return !Ancestry.isOfSomeModule(thread.getClass())
                && (owner.ownsLoader(thread.getContextClassLoader()) || owner.owns(handler(thread)));
    }

    private void resetContext(Thread thread, Owner owner, Residue residue) {
        if (!owner.ownsLoader(thread.getContextClassLoader())) {
            return;
        }
        if (SharedThreads.contain(thread)) {
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        } else {
            residue.undo(
                    "context class loader of thread '" + thread.getName() + "'",
                    "reset",
                    () -> thread.setContextClassLoader(contextLoader));
        }
    }

    private static void resetHandler(Thread thread, Owner owner, Residue residue) {
        Thread.UncaughtExceptionHandler handler = handler(thread);
        if (handler != null && owner.owns(handler)) {
            residue.undo(
                    "uncaught exception handler (" + handler.getClass().getName() + ") of thread '" + thread.getName()
                            + "'",
                    "removed",
                    () -> thread.setUncaughtExceptionHandler(null));
        }
    }

    /** A thread without a handler of its own shows its group, which cannot be changed. */
    private static Thread.@Nullable UncaughtExceptionHandler handler(Thread thread) {
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        return handler instanceof ThreadGroup ? null : handler;
    }

    static ThreadGroup topGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    private static List<Thread> all() {
        ThreadGroup root = topGroup();
        Thread[] found = new Thread[16];
        int count = root.enumerate(found);
        while (count == found.length) {
            found = new Thread[found.length * 2];
            count = root.enumerate(found);
        }
        return new ArrayList<>(Arrays.asList(found).subList(0, count));
    }
}
