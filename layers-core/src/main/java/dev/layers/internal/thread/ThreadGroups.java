package dev.layers.internal.thread;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The groups of threads whose class is a module's; before JDK 19 they live until they are destroyed. */
public final class ThreadGroups {
    private static final int FIRST_THAT_FORGETS = 19;

    private ThreadGroups() {}

    /** Destroys those without threads whose class {@code loader} defines; returns what was done, a sentence each. */
    public static List<String> destroy(ClassLoader loader) {
        List<String> done = new ArrayList<>();
        if (Runtime.version().feature() < FIRST_THAT_FORGETS) {
            for (ThreadGroup group : all()) {
                if (loader.equals(group.getClass().getClassLoader()) && isDestroyed(group)) {
                    done.add("thread group '" + group.getName() + "' was destroyed");
                }
            }
        }
        return done;
    }

    private static ThreadGroup[] all() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        ThreadGroup[] groups = new ThreadGroup[root.activeGroupCount() + 16];
        int count = root.enumerate(groups, true);
        return Arrays.copyOf(groups, count);
    }

    /** Destroys by name, since the method is to be removed; one with live threads stays. */
    private static boolean isDestroyed(ThreadGroup group) {
        try {
            Method destroy = ThreadGroup.class.getMethod("destroy");
            destroy.invoke(group);
            return true;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException stays) {
            return false;
        }
    }
}
