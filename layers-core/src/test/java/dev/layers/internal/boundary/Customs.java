package dev.layers.internal.boundary;

import dev.layers.ChatContract;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A border with everything around it, for tests. */
final class Customs implements Wording {
    final CrossingRules rules = new CrossingRules(List.of(Counter.class), List.of());
    final HandWritten maker = new HandWritten();
    final AtomicBoolean gate = new AtomicBoolean(true);
    final List<String> warnings = new ArrayList<>();

    Border border(String generation) {
        return border(generation, Strictness.GUARDED, LateCalls.FAIL);
    }

    Border border(String generation, Strictness strictness, LateCalls lateCalls) {
        return new Border(
                rules,
                maker,
                this,
                new BorderTerms(generation, gate::get, strictness, lateCalls, ContextLoaders.unchanged()));
    }

    /** Takes {@code value} over as argument of the method of that name. */
    @Nullable
    Object pass(String method, @Nullable Object value, Side side) {
        Method found = Arrays.stream(Counter.class.getMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow();
        return rules.classifier()
                .rule(found.getGenericParameterTypes()[0])
                .at(Site.of(Place.argument(found, 0)))
                .pass(value, side);
    }

    @Override
    public RuntimeException unloaded(String what) {
        return new IllegalStateException(what + " is gone");
    }

    @Override
    public RuntimeException refused(String message) {
        return new IllegalArgumentException(message);
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public Throwable copy(Throwable thrown) {
        return new IllegalStateException("copy of " + thrown.getMessage());
    }

    /** Takes a value of each kind. */
    interface Counter {
        void object(Object value);

        void listener(ChatContract.Listener value);

        void comparator(java.util.Comparator<String> value);

        void order(ChatContract.Order value);

        void ring(ChatContract.Ring value);

        void comparable(Comparable<?> value);

        void exception(IllegalStateException value);

        void thread(Thread value);

        void list(List<Object> value);
    }
}
