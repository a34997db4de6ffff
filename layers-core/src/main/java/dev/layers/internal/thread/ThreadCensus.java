package dev.layers.internal.thread;

import dev.layers.internal.woven.Ancestry;
import dev.layers.internal.woven.Belongings;
import dev.layers.internal.woven.SharedThreads;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Finds the threads that belong to one generation or run its code. */
public final class ThreadCensus {
    private static final String TIMER = "java.util.TimerThread";
    /** What runs the handlers of an HTTP server that has no executor. */
    private static final String SERVER = "sun.net.httpserver.ServerImpl$Dispatcher";
    /** Code of references, which stands below whatever the host may run. */
    private static final String REFERENCE = "dev.layers.generated.";

    private final WeakReference<ClassLoader> loader;
    private final String name;
    private final Belongings belongings;
    private final Stacks stacks;
    private final List<WeakReference<Thread>> claimed = new CopyOnWriteArrayList<>();

    private ThreadCensus(WeakReference<ClassLoader> loader, String name, Belongings belongings, Stacks stacks) {
        this.loader = loader;
        this.name = name;
        this.belongings = belongings;
        this.stacks = stacks;
    }

    /**
     * Creates the census of the generation whose classes {@code loader} defines; it holds the loader weakly.
     *
     * @param belongings what the generation recorded
     * @param stacks where stacks come from
     */
    public ThreadCensus(ClassLoader loader, Belongings belongings, Stacks stacks) {
        this(new WeakReference<>(loader), loader.getName(), belongings, stacks);
    }

    /**
     * Creates the census of a generation that has no loader of its own: it finds threads that were claimed, and no others.
     *
     * @param name a name that no class loader has
     * @param belongings what the generation recorded
     * @param stacks where stacks come from
     */
    public static ThreadCensus ofClaimed(String name, Belongings belongings, Stacks stacks) {
        return new ThreadCensus(new WeakReference<>(null), name, belongings, stacks);
    }

    /** Returns the name of the class loader, or one that none has. */
    public String name() {
        return name;
    }

    /** Counts {@code threads} among the generation's while they live; that they are is known, not seen. */
    public void claim(List<Thread> threads) {
        threads.forEach(thread -> claimed.add(new WeakReference<>(thread)));
    }

    /**
     * Returns the live threads of the generation, and those that run its code, that are not among {@code known}; gives those
     * that the JDK shares among all the system's context loader again.
     */
    public List<RunningThread> takeBeside(Collection<Thread> known) {
        Map<Thread, RunningThread> found = new LinkedHashMap<>();
        belongings.workers().threads().forEach(thread -> found.put(thread, running(thread, true)));
        stacks.take().forEach((thread, stack) -> {
            resetIfShared(thread);
            judge(thread, stack).ifPresent(running -> found.putIfAbsent(thread, running));
        });
        return found.values().stream()
                .filter(running -> running.thread().isAlive() && !known.contains(running.thread()))
                .toList();
    }

    /** Returns whether {@code thread} was made by the generation, as far as that shows without its stack. */
    public boolean isOwn(Thread thread) {
        return isMarked(thread)
                || belongings.workers().threads().contains(thread)
                || (isUnseen() && isContextOf(thread) && !SharedThreads.contain(thread));
    }

    private Optional<RunningThread> judge(Thread thread, StackTraceElement[] stack) {
        if (isMarked(thread) || (isUnseen() && isContextOf(thread) && !SharedThreads.contain(thread))) {
            return Optional.of(running(thread, true));
        }
        return isInside(stack) ? Optional.of(running(thread, isMade(thread, stack))) : Optional.empty();
    }

    private RunningThread running(Thread thread, boolean isOwn) {
        return new RunningThread(thread, isOwn, this::isInside);
    }

    private boolean isMarked(Thread thread) {
        return isClaimed(thread) || isOwn(thread.getClass()) || isOwn(thread.getThreadGroup());
    }

    /**
     * Returns whether a thread that runs code of the generation was made by it. What is recorded is known already, but for
     * the threads of timers and HTTP servers; what nobody recorded is judged by the code that it begins with.
     */
    private boolean isMade(Thread thread, StackTraceElement[] stack) {
        if (thread.getClass().getName().equals(TIMER) || isServing(stack)) {
            return true;
        }
        return isUnseen() && !isOfTheJvm(thread) && !SharedThreads.contain(thread) && beginsInside(stack);
    }

    /** A server of the host has no code of the module but through references. */
    private static boolean isServing(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().equals(SERVER))
                && Arrays.stream(stack).noneMatch(frame -> frame.getClassName().startsWith(REFERENCE));
    }

    private boolean beginsInside(StackTraceElement[] stack) {
        for (int frame = stack.length - 1; frame >= 0; frame--) {
            if (!"java.base".equals(stack[frame].getModuleName())) {
                return isOwn(stack[frame]);
            }
        }
        return false;
    }

    /** Whether threads may have been made that nobody recorded. */
    private boolean isUnseen() {
        return belongings.mentions().isEverything();
    }

    private boolean isInside(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(this::isOwn);
    }

    private void resetIfShared(Thread thread) {
        if (SharedThreads.contain(thread) && isContextOf(thread)) {
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        }
    }

    private boolean isClaimed(Thread thread) {
        return claimed.stream().anyMatch(reference -> reference.refersTo(thread));
    }

    private boolean isOwn(Class<?> type) {
        return standsOnOurs(type.getClassLoader());
    }

    /** A thread that ended has no group. */
    private boolean isOwn(@Nullable ThreadGroup group) {
        return group != null && (isOwn(group.getClass()) || isOwn(group.getParent()));
    }

    /** A class of another module may answer what it likes, or never. */
    private boolean isContextOf(Thread thread) {
        return !Ancestry.isOfSomeModule(thread.getClass()) && standsOnOurs(thread.getContextClassLoader());
    }

    private boolean standsOnOurs(@Nullable ClassLoader other) {
        return Ancestry.find(other, loader::refersTo) != null;
    }

    private boolean isOwn(StackTraceElement frame) {
        return name.equals(frame.getClassLoaderName());
    }

    /** Finalizers and references are cleaned in the topmost group. */
    private static boolean isOfTheJvm(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null || group.getParent() == null;
    }
}
