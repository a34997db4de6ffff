package dev.layers.internal.woven;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What stands for the shutdown hooks of {@code Runtime}; at unload they run in place of the JVM's end. */
public final class ShutdownHooks {
    private ShutdownHooks() {}

    /** Stands for the method of the JDK. */
    public static void addShutdownHook(Runtime runtime, Thread hook) {
        runtime.addShutdownHook(hook);
        Belongings.current().ifPresent(owner -> record(owner, new Hook(runtime, hook, owner)));
    }

    /** Stands for the method of the JDK. */
    public static boolean removeShutdownHook(Runtime runtime, Thread hook) {
        boolean removed = runtime.removeShutdownHook(hook);
        Belongings.current().ifPresent(owner -> forget(owner, new Hook(runtime, hook, owner)));
        return removed;
    }

    /** One that comes late, from a thread that still runs, is undone with what the search finds. */
    private static void record(Belongings owner, Hook hook) {
        if (!owner.endings().offer(hook)) {
            owner.undoings().add(hook);
        }
    }

    private static void forget(Belongings owner, Hook hook) {
        owner.endings().forget(hook::equals);
        owner.undoings().forget(hook::equals);
    }

    /** A hook that the JVM holds. */
    private record Hook(Runtime runtime, Thread thread, Belongings owner) implements Undoing {
        @Override
        public String what() {
            boolean isOwnClass = Belongings.of(thread.getClass()) != null;
            return "shutdown hook '" + thread.getName() + "'"
                    + (isOwnClass ? " (" + thread.getClass().getName() + ")" : "");
        }

        @Override
        public String attempt() {
            return "running " + what();
        }

        @Override
        public Optional<String> undo() throws Exception {
            if (!isRemoved()) {
                return Optional.empty();
            }
            return isOwn() ? run() : Optional.of(what() + " was removed");
        }

        /** What the host does at the end of the JVM is not to be done before. */
        @SuppressWarnings("ReferenceEquality") // one generation has one
        private boolean isOwn() {
            return Belongings.of(thread.getClass()) == owner || owner.workers().hasMade(thread);
        }

        private boolean isRemoved() {
            try {
                return runtime.removeShutdownHook(thread);
            } catch (IllegalStateException ending) {
                // the JVM is on its way out, and runs them itself
                return false;
            }
        }

        @SuppressWarnings("ReferenceEquality")
        private Optional<String> run() throws Exception {
            AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
            // a thread without a handler of its own answers with its group
            if (thread.getUncaughtExceptionHandler() == thread.getThreadGroup()) {
                thread.setUncaughtExceptionHandler((ended, thrown) -> failure.set(thrown));
            }
            thread.start();
            thread.join();
            Throwable thrown = failure.get();
            if (thrown != null) {
                throw new HookFailed(thrown);
            }
            return Optional.of(what() + " was run and removed");
        }
    }

    /** Carries what a hook threw to the thread that waits for it. */
    private static final class HookFailed extends Exception {
        private static final long serialVersionUID = 1L;

        HookFailed(Throwable cause) {
            super(null, cause, false, false);
        }
    }
}
