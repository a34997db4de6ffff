package dev.layers.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ModuleLifecycleTest {
    /** A record of the contract. */
    record Counts(Map<String, Integer> byUser) {}

    // @start region="state"
    static final class Counting implements ModuleLifecycle {
        private final Map<String, Integer> byUser = new ConcurrentHashMap<>();

        @Override
        public void start(ModuleContext context) {
            context.handedOver()
                    .ifPresent(last -> byUser.putAll(last.value(Counts.class).byUser()));
        }

        @Override
        public Counts handOver() {
            return new Counts(byUser);
        }

        void count(String user) {
            byUser.merge(user, 1, Integer::sum);
        }
    }
    // @end

    /** Gives a counter what another one handed over. */
    private record Handed(Counts counts) implements HandedOver {
        @Override
        public <T> T value(Class<T> type) {
            return type.cast(counts);
        }

        @Override
        public Optional<String> version() {
            return Optional.empty();
        }

        @Override
        public int generation() {
            return 1;
        }
    }

    @Test
    void counting_goesOnWhereItsPredecessorEnded() {
        Counting first = new Counting();
        first.start(context(Optional.empty()));
        first.count("ann");

        Counting second = new Counting();
        second.start(context(Optional.of(new Handed(first.handOver()))));
        second.count("ann");

        assertThat(second.handOver().byUser()).containsExactly(Map.entry("ann", 2));
    }

    @Test
    void hooks_handOverNothingUnlessTheySaySo() throws Exception {
        assertThat(new ModuleLifecycle() {}.handOver()).isNull();
    }

    private static ModuleContext context(Optional<HandedOver> handed) {
        return (ModuleContext) Proxy.newProxyInstance(
                ModuleContext.class.getClassLoader(),
                new Class<?>[] {ModuleContext.class},
                (proxy, method, arguments) -> method.getName().equals("handedOver") ? handed : null);
    }
}
