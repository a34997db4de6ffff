package dev.layers.benchmarks.call;

import dev.layers.Boundary;
import dev.layers.LoadedModule;
import dev.layers.benchmarks.Calculator;
import java.util.function.UnaryOperator;

/** What a host calls, and who knows when no call is left. */
public enum Way {
    DIRECT("the provider itself: nobody", Boundary.DIRECT, provider -> provider),
    REFERENCE("a reference: the stacks are looked at", Boundary.GUARDED, provider -> provider),
    COUNTER("`AtomicLong`", Boundary.DIRECT, Drains.Counted::new),
    ADDER("two `LongAdder`", Boundary.DIRECT, Drains.Added::new),
    READ_LOCK("`ReentrantReadWriteLock`", Boundary.DIRECT, Drains.Locked::new);

    private final String title;
    private final Boundary boundary;

    @SuppressWarnings("ImmutableEnumChecker") // constructors and a lambda without state
    private final UnaryOperator<Calculator> drain;

    Way(String title, Boundary boundary, UnaryOperator<Calculator> drain) {
        this.title = title;
        this.boundary = boundary;
        this.drain = drain;
    }

    String title() {
        return title;
    }

    Boundary boundary() {
        return boundary;
    }

    Calculator calculator(LoadedModule module) {
        return drain.apply(module.service(Calculator.class));
    }
}
