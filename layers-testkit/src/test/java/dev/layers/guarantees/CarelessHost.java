package dev.layers.guarantees;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps everything it ever gets, calls it, takes it apart and keeps what is inside, for ever. */
final class CarelessHost implements BoundaryHost.Shopkeeper {
    private final Queue<Object> kept = new ConcurrentLinkedQueue<>();

    /** Keeps what the call returns or throws. */
    void call(Object service, String method, Object... arguments) {
        try {
            keep(BoundaryHost.call(service, method, arguments));
        } catch (Throwable thrown) {
            keep(thrown);
        }
    }

    @Override
    public @Nullable Object serve(String method, @Nullable Object argument) throws Throwable {
        keep(argument);
        return null;
    }

    /** Returns the class of each thing that it keeps. */
    List<Class<?>> types() {
        return kept.stream().<Class<?>>map(Object::getClass).toList();
    }

    void keep(@Nullable Object value) {
        if (value == null) {
            return;
        }
        kept.add(value);
        try {
            takeApart(value);
        } catch (Throwable thrown) {
            keep(thrown);
        }
    }

    private void takeApart(Object value) throws Throwable {
        if (value instanceof Iterable<?> elements) {
            elements.forEach(this::keep);
        } else if (value instanceof Map<?, ?> map) {
            keep(map.entrySet());
        } else if (value instanceof Map.Entry<?, ?> entry) {
            keep(entry.getValue());
        } else if (value instanceof Optional<?> optional) {
            keep(optional.orElse(null));
        } else if (value instanceof Object[] array) {
            for (Object element : array) {
                keep(element);
            }
        } else if (value.getClass().isRecord()) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                keep(component.getAccessor().invoke(value));
            }
        } else {
            use(value);
        }
    }

    /** Uses each but once, so that there is more to come when the module goes. */
    private void use(Object value) throws Throwable {
        if (value instanceof Iterator<?> elements) {
            keep(elements.next());
        } else if (value instanceof Stream<?> stream) {
            keep(stream.iterator());
        } else if (value instanceof CompletionStage<?> stage) {
            keep(stage.whenComplete((result, thrown) -> {
                keep(result);
                keep(thrown);
            }));
        } else if (value instanceof Flow.Publisher<?> publisher) {
            publisher.subscribe(subscriber());
        } else if (value instanceof Supplier<?> supplier) {
            keep(supplier.get());
        } else if (value instanceof Runnable action) {
            action.run();
        } else if (value instanceof InputStream input) {
            keep(read(input));
        } else if (value.toString().contains("bot.Listener") || value.toString().contains("acme.")) {
            keep(BoundaryHost.call(value, "heard", "the host"));
        }
    }

    private static int read(InputStream input) throws IOException {
        return input.read();
    }

    /** Returns a subscriber that asks for one item. */
    Flow.Subscriber<Object> subscriber() {
        return new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                keep(subscription);
                subscription.request(1);
            }

            @Override
            public void onNext(Object item) {
                keep(item);
            }

            @Override
            public void onError(Throwable thrown) {
                keep(thrown);
            }

            @Override
            public void onComplete() {
                keep("complete");
            }
        };
    }
}
