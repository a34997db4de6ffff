package dev.layers.internal.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.ChatContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class BorderSubscriberTest {
    private final Customs customs = new Customs();
    private final Border border = customs.border("chat#1");
    private final List<String> heard = new ArrayList<>();

    @Test
    void subscriberOfTheHost_hearsThatThePublisherIsGone() {
        Subscriber waiting = new Subscriber();
        Subscriber done = new Subscriber();
        subscribed(waiting);
        subscribed(done).onComplete();

        border.release();

        assertThat(waiting.events).containsExactly("subscribed", "the publisher is gone");
        assertThat(done.events).containsExactly("subscribed", "complete");
    }

    @Test
    void subscriberWithOtherInterfaces_hearsThatThePublisherIsGone() throws Exception {
        ClosingSubscriber waiting = new ClosingSubscriber();
        Flow.Subscriber<Object> inside = subscribed(waiting);

        inside.onNext("item");
        ((ChatContract.Listener) inside).heard("text");
        ((AutoCloseable) inside).close();
        border.release();

        assertThat(waiting.events).containsExactly("subscribed", "item", "text", "closed", "the publisher is gone");
    }

    @Test
    void subscriberWithOtherInterfaces_throwsItsOwn() {
        ChatContract.Listener inside = (ChatContract.Listener) subscribed(new ClosingSubscriber());

        assertThatThrownBy(() -> inside.heard(""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("empty");
    }

    @Test
    void subscriberWithOtherInterfacesThatComesBack_isItself() {
        ClosingSubscriber subscriber = new ClosingSubscriber();
        Object inside = customs.pass("object", subscriber, border.inward());

        assertThat(customs.pass("object", inside, border.outward())).isSameAs(subscriber);
        assertThat(customs.pass("object", subscriber, border.inward())).isSameAs(inside);
    }

    @Test
    void subscriberThatComesBack_isItself() {
        Subscriber subscriber = new Subscriber();
        Object inside = customs.pass("object", subscriber, border.inward());

        assertThat(customs.pass("object", inside, border.outward())).isSameAs(subscriber);
        assertThat(customs.pass("object", subscriber, border.inward())).isSameAs(inside);
    }

    @Test
    void subscriptionOfTheHost_isCancelled() {
        Subscription subscription = new Subscription(heard);
        Object inside = customs.pass("object", subscription, border.inward());

        border.release();

        assertThat(heard).containsExactly("cancelled");
        java.lang.ref.Reference.reachabilityFence(inside);
    }

    @SuppressWarnings("unchecked")
    private Flow.Subscriber<Object> subscribed(Subscriber subscriber) {
        Object inside = customs.pass("object", subscriber, border.inward());
        Flow.Subscriber<Object> reference = (Flow.Subscriber<Object>) Objects.requireNonNull(inside);
        reference.onSubscribe(new Subscription(heard));
        return reference;
    }

    private static final class ClosingSubscriber extends Subscriber implements ChatContract.Listener, AutoCloseable {
        @Override
        public void heard(String text) {
            if (text.isEmpty()) {
                throw new IllegalStateException("empty");
            }
            events.add(text);
        }

        @Override
        public void close() {
            events.add("closed");
        }
    }

    private static class Subscriber implements Flow.Subscriber<String> {
        final List<String> events = new ArrayList<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            events.add("subscribed");
        }

        @Override
        public void onNext(String item) {
            events.add(item);
        }

        @Override
        public void onError(Throwable thrown) {
            events.add(String.valueOf(thrown.getMessage()));
        }

        @Override
        public void onComplete() {
            events.add("complete");
        }
    }

    private record Subscription(List<String> events) implements Flow.Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {
            events.add("cancelled");
        }
    }
}
