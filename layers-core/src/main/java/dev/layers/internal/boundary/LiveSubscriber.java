package dev.layers.internal.boundary;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A subscriber that is told when the generation goes whose items it waits for. */
final class LiveSubscriber implements Flow.Subscriber<Object>, StandIn {
    private final Flow.Subscriber<Object> subscriber;
    private final Direction side;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private volatile Direction.@Nullable Left left;

    private enum State {
        NEW,
        SUBSCRIBED,
        DONE
    }

    @SuppressWarnings("unchecked") // what it gets is what it would have got
    LiveSubscriber(Flow.Subscriber<?> subscriber, Direction side) {
        this.subscriber = (Flow.Subscriber<Object>) subscriber;
        this.side = side;
    }

    @Override
    public Object subject() {
        return subscriber;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        if (state.compareAndSet(State.NEW, State.SUBSCRIBED)) {
            left = side.leave(this::end);
        }
        subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(Object item) {
        subscriber.onNext(item);
    }

    @Override
    public void onError(Throwable thrown) {
        finish();
        subscriber.onError(thrown);
    }

    @Override
    public void onComplete() {
        finish();
        subscriber.onComplete();
    }

    private void finish() {
        state.set(State.DONE);
        Direction.Left known = left;
        if (known != null) {
            known.forget();
        }
    }

    private void end() {
        if (state.compareAndSet(State.SUBSCRIBED, State.DONE)) {
            subscriber.onError(side.unloaded("the publisher"));
        }
    }
}
