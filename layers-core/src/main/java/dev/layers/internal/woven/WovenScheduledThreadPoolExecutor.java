package dev.layers.internal.woven;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** The scheduled pool that modules make and extend; its threads are recorded. */
public class WovenScheduledThreadPoolExecutor extends ScheduledThreadPoolExecutor {
    private final Workers workers = Workers.ofMaker(this);
    /** What somebody may wait for otherwise than by the futures that wait here. */
    private final WeakBag<SharedTask> tasks = new WeakBag<>();

    /** As that of the JDK. */
    public WovenScheduledThreadPoolExecutor(int core) {
        this(core, Executors.defaultThreadFactory());
    }

    /** As that of the JDK. */
    public WovenScheduledThreadPoolExecutor(int core, @Nullable ThreadFactory factory) {
        super(core, RecordingFactory.around(factory));
        workers.add(this, new Ending());
    }

    /** As that of the JDK. */
    public WovenScheduledThreadPoolExecutor(int core, RejectedExecutionHandler handler) {
        this(core, Executors.defaultThreadFactory(), handler);
    }

    /** As that of the JDK. */
    public WovenScheduledThreadPoolExecutor(
            int core, @Nullable ThreadFactory factory, RejectedExecutionHandler handler) {
        super(core, RecordingFactory.around(factory), handler);
        workers.add(this, new Ending());
    }

    /** The pool itself asks here for the factory of its threads. */
    @Override
    public ThreadFactory getThreadFactory() {
        Class<?> caller = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass();
        ThreadFactory recording = super.getThreadFactory();
        return caller.getPackage().equals(Executors.class.getPackage()) ? recording : RecordingFactory.given(recording);
    }

    @Override
    public void setThreadFactory(@Nullable ThreadFactory factory) {
        super.setThreadFactory(RecordingFactory.around(workers, factory));
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(Runnable code, RunnableScheduledFuture<V> future) {
        if (code instanceof SharedTask task) {
            task.whenOver(tasks, tasks.add(task));
        }
        return future;
    }

    private Optional<String> end() {
        return super.isShutdown() ? Optional.empty() : drop(true);
    }

    private Optional<String> drop(boolean isFirst) {
        String pool = RecordingFactory.pool(super.getPoolSize(), super.getThreadFactory());
        boolean isIdle = super.getPoolSize() == 0;
        int waiting = super.getQueue().size();
        super.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        super.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        super.shutdown();
        WovenThreadPoolExecutor.drop(super.getQueue());
        tasks.live().forEach(SharedTask::drop);
        return WovenThreadPoolExecutor.ended(isFirst && !isIdle, waiting, pool);
    }

    private Optional<String> interruptAll() {
        Optional<String> dropped = drop(false);
        super.shutdownNow();
        return dropped;
    }

    /** How such a pool ends: by the JDK's code, whatever the module overrides. */
    private static final class Ending implements Engine<WovenScheduledThreadPoolExecutor> {
        @Override
        public Optional<String> close(WovenScheduledThreadPoolExecutor pool) {
            return pool.end();
        }

        @Override
        public Optional<String> stop(WovenScheduledThreadPoolExecutor pool) {
            return pool.interruptAll();
        }
    }
}
