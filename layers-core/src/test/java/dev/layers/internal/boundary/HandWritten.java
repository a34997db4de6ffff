package dev.layers.internal.boundary;

import dev.layers.ChatContract;
import dev.layers.internal.reference.Crossing;
import dev.layers.internal.reference.ReferenceShape;
import dev.layers.internal.reference.Relay;
import dev.layers.internal.reference.Way;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes references of a few shapes that are written by hand; what they do with values is not their matter. */
final class HandWritten implements ReferenceMaker {
    final AtomicInteger made = new AtomicInteger();

    @Override
    public Crossing create(ReferenceShape shape, Way way, Object target, String text) {
        made.incrementAndGet();
        List<Class<?>> types = shape.interfaces();
        if (types.equals(List.of(ChatContract.Listener.class))) {
            return new ListenerReference(way, target, text);
        }
        if (types.equals(List.of(ChatContract.Listener.class, Runnable.class))) {
            return new RunningListenerReference(way, target, text);
        }
        if (types.equals(List.of(Comparator.class))) {
            return new ComparatorReference(way, target, text);
        }
        if (types.equals(List.of(Flow.Subscriber.class))) {
            return new SubscriberReference(way, target, text);
        }
        if (types.contains(Flow.Subscriber.class) && types.contains(AutoCloseable.class)) {
            return new ClosingSubscriberReference(way, target, text);
        }
        if (types.equals(List.of(Flow.Subscription.class))) {
            return new SubscriptionReference(way, target, text);
        }
        if (types.equals(List.of(Relay.class))) {
            return new RelayReference(way, target, text);
        }
        throw new AssertionError(types);
    }

    private static final class RelayReference extends Crossing implements Relay {
        private RelayReference(Way way, Object target, String text) {
            super(way, target, text);
        }

        @Override
        public @Nullable Object run(Callable<?> code) throws Exception {
            return ((Relay) Objects.requireNonNull(enter(this))).run(code);
        }
    }

    private static class ListenerReference extends Crossing implements ChatContract.Listener {
        private ListenerReference(Way way, Object target, String text) {
            super(way, target, text);
        }

        @Override
        public void heard(String text) {
            Object target = enter(this);
            if (target != null) {
                ((ChatContract.Listener) target).heard(text);
            }
        }
    }

    private static final class RunningListenerReference extends ListenerReference implements Runnable {
        private RunningListenerReference(Way way, Object target, String text) {
            super(way, target, text);
        }

        @Override
        public void run() {
            ((Runnable) Objects.requireNonNull(enter(this))).run();
        }
    }

    private static final class ComparatorReference extends Crossing implements Comparator<Object> {
        private ComparatorReference(Way way, Object target, String text) {
            super(way, target, text);
        }

        @Override
        @SuppressWarnings("unchecked")
        public int compare(Object first, Object second) {
            return ((Comparator<Object>) Objects.requireNonNull(enter(this))).compare(first, second);
        }
    }

    private static final class ClosingSubscriberReference extends SubscriberReference
            implements ChatContract.Listener, AutoCloseable {
        private ClosingSubscriberReference(Way way, Object target, String text) {
            super(way, target, text);
        }

        @Override
        public void heard(String text) {
            ((ChatContract.Listener) Objects.requireNonNull(enter(this))).heard(text);
        }

        @Override
        public void close() {
            try {
                ((AutoCloseable) Objects.requireNonNull(enter(this))).close();
            } catch (Exception thrown) {
                throw new IllegalStateException(thrown);
            }
        }
    }

    private static class SubscriberReference extends Crossing implements Flow.Subscriber<Object> {
        private SubscriberReference(Way way, Object target, String text) {
            super(way, target, text);
        }

        @SuppressWarnings("unchecked")
        private Flow.Subscriber<Object> subscriber() {
            return (Flow.Subscriber<Object>) Objects.requireNonNull(enter(this));
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber().onSubscribe(subscription);
        }

        @Override
        public void onNext(Object item) {
            subscriber().onNext(item);
        }

        @Override
        public void onError(Throwable thrown) {
            subscriber().onError(thrown);
        }

        @Override
        public void onComplete() {
            subscriber().onComplete();
        }
    }

    private static final class SubscriptionReference extends Crossing implements Flow.Subscription {
        private SubscriptionReference(Way way, Object target, String text) {
            super(way, target, text);
        }

        @Override
        public void request(long count) {
            ((Flow.Subscription) Objects.requireNonNull(enter(this))).request(count);
        }

        @Override
        public void cancel() {
            ((Flow.Subscription) Objects.requireNonNull(enter(this))).cancel();
        }
    }
}
