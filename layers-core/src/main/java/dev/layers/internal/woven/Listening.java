package dev.layers.internal.woven;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.Optional;
import javax.management.InstanceNotFoundException;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationFilter;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * That something listens to the notifications of a bean.
 *
 * @param source the bean itself, or the server that has it
 * @param bean its name in the server
 * @param listener who listens, or the name of the bean that does
 */
record Listening(
        Object source,
        @Nullable ObjectName bean,
        Object listener,
        @Nullable NotificationFilter filter,
        @Nullable Object handback) {
    /** Code that fails if the listener or the bean is gone. */
    interface Removal {
        void run(Listening listening) throws ListenerNotFoundException, InstanceNotFoundException, IOException;
    }

    /** Remembers it, unless the source is the module's own and goes with it. */
    void begin(Removal removal) {
        if (Belongings.of(source.getClass()) == null) {
            Belongings.current().ifPresent(owner -> begin(owner, removal));
        }
    }

    private void begin(Belongings owner, Removal removal) {
        Trace.forgetGone(owner.goneSources());
        Trace trace = new Trace(this, owner.goneSources());
        String name = listener instanceof ObjectName other ? "'" + other + "'" : TypeText.of(listener);
        String what = "notification listener " + name + (bean == null ? "" : " on '" + bean + "'");
        trace.forgetting =
                owner.undoings().add(new Registration(trace, what, "was removed", () -> trace.isRemoved(removal)));
    }

    /** Forgets it. */
    void end() {
        Registration.forget(key -> key instanceof Trace trace && trace.isOf(this));
    }

    /** Forgets it, whatever its filter and handback are. */
    void endAll() {
        Registration.forget(key -> key instanceof Trace trace && trace.isOfListener(this));
    }

    /** What is held of one, which its source alone keeps. */
    private static final class Trace extends WeakReference<Object> {
        private final @Nullable ObjectName bean;
        private final Reference<Object> listener;
        /** Names are values, which the source may not keep. */
        private final @Nullable ObjectName listenerName;

        private final Reference<@Nullable Object> filter;
        private final Reference<@Nullable Object> handback;
        private volatile Runnable forgetting = () -> {};

        Trace(Listening listening, ReferenceQueue<Object> gone) {
            super(listening.source(), gone);
            bean = listening.bean();
            listener = new WeakReference<>(listening.listener());
            listenerName = listening.listener() instanceof ObjectName name ? name : null;
            filter = new WeakReference<>(listening.filter());
            handback = new WeakReference<>(listening.handback());
        }

        static void forgetGone(ReferenceQueue<Object> gone) {
            for (Reference<?> next = gone.poll(); next != null; next = gone.poll()) {
                if (next instanceof Trace trace) {
                    trace.forgetting.run();
                }
            }
        }

        boolean isOf(Listening other) {
            return isOfListener(other) && filter.refersTo(other.filter()) && handback.refersTo(other.handback());
        }

        boolean isOfListener(Listening other) {
            return refersTo(other.source())
                    && Objects.equals(bean, other.bean())
                    && (listenerName == null
                            ? listener.refersTo(other.listener())
                            : listenerName.equals(other.listener()));
        }

        boolean isRemoved(Removal removal) throws IOException {
            try {
                Optional<Listening> found = found();
                if (found.isPresent()) {
                    removal.run(found.get());
                }
                return found.isPresent();
            } catch (ListenerNotFoundException | InstanceNotFoundException gone) {
                return false;
            }
        }

        private Optional<Listening> found() {
            Object source = get();
            Object listens = listenerName == null ? listener.get() : listenerName;
            return source == null || listens == null
                    ? Optional.empty()
                    : Optional.of(
                            new Listening(source, bean, listens, (NotificationFilter) filter.get(), handback.get()));
        }
    }
}
