package dev.layers;

import dev.layers.internal.boundary.CrossingRules;
import dev.layers.internal.boundary.LateCalls;
import dev.layers.internal.boundary.Strictness;
import dev.layers.internal.boundary.ValueCopies;
import dev.layers.internal.failure.ThrownCopies;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a contract says of calls and of values that cross; immutable once it is sound. */
final class ContractBoundary {
    private final Terms terms;
    private final Set<Class<?>> services;
    private final CrossingRules crossing;
    private final ThrownCopies copies;
    private final ValueCopies values;

    /** What a builder has been told so far. */
    static final class Terms {
        Boundary boundary = Boundary.GUARDED;
        final Set<Class<?>> direct = new LinkedHashSet<>();
        StaleCalls staleCalls = StaleCalls.THROW;
        boolean isSettingContextLoader;
    }

    ContractBoundary(Terms given, Collection<Class<?>> provided, Collection<Class<?>> used) {
        this(given, provided, used, type -> false);
    }

    private ContractBoundary(
            Terms given, Collection<Class<?>> provided, Collection<Class<?>> used, Predicate<Class<?>> foreign) {
        this.terms = copy(given);
        this.services = Stream.concat(provided.stream(), used.stream()).collect(Collectors.toSet());
        this.crossing = new CrossingRules(guarded(provided), guarded(used), foreign);
        this.copies = new ThrownCopies(crossing::isShared, LayerException.class::isInstance, ModuleCallException::of);
        this.values = new ValueCopies(services, foreign);
    }

    /** Returns the same without types of which {@code foreign} is true, although they lie beside the services. */
    ContractBoundary without(Predicate<Class<?>> foreign, Collection<Class<?>> provided, Collection<Class<?>> used) {
        return new ContractBoundary(terms, provided, used, foreign);
    }

    /** Throws if a signature has no rule where there must be one, or the terms name a service that is not there. */
    void requireSound() {
        terms.direct.stream().filter(service -> !services.contains(service)).forEach(service -> {
            throw new IllegalArgumentException("Service '" + service.getName()
                    + "' is called direct, and neither provided nor used; name it with provides or uses");
        });
        List<String> problems = crossing.problems();
        if (terms.boundary == Boundary.GUARDED && !problems.isEmpty()) {
            throw new IllegalArgumentException("Contract: " + problems.size()
                    + (problems.size() == 1 ? " type" : " types")
                    + " in its signatures cannot cross the boundary; change them, or hand out the service direct:\n  "
                    + String.join("\n  ", problems));
        }
    }

    /** Returns whether {@code service} is handed out as it is. */
    boolean isDirect(Class<?> service) {
        return terms.boundary == Boundary.DIRECT || terms.direct.contains(service);
    }

    /** Returns whether calls of modules run with the context class loader of the module. */
    boolean isSettingContextLoader() {
        return terms.isSettingContextLoader;
    }

    Strictness strictness() {
        return terms.boundary == Boundary.WARN ? Strictness.WARN : Strictness.GUARDED;
    }

    LateCalls lateCalls() {
        return terms.staleCalls == StaleCalls.IGNORE ? LateCalls.DO_NOTHING : LateCalls.FAIL;
    }

    /** Returns how everything crosses that the services name. */
    CrossingRules crossing() {
        return crossing;
    }

    /** Returns what copies exceptions that cross. */
    ThrownCopies copies() {
        return copies;
    }

    /** Returns what copies values that outlive their generation, whatever crosses otherwise. */
    ValueCopies values() {
        return values;
    }

    String describe() {
        return services.stream()
                        .filter(this::isDirect)
                        .map(service -> "direct " + service.getName()
                                + ": handed out as it is; not waited for, not revoked, nothing promised\n")
                        .sorted()
                        .collect(Collectors.joining())
                + crossing.describe();
    }

    private List<Class<?>> guarded(Collection<Class<?>> named) {
        return named.stream().filter(service -> !isDirect(service)).toList();
    }

    private static Terms copy(Terms given) {
        Terms copy = new Terms();
        copy.boundary = given.boundary;
        copy.direct.addAll(given.direct);
        copy.staleCalls = given.staleCalls;
        copy.isSettingContextLoader = given.isSettingContextLoader;
        return copy;
    }
}
