package dev.layers;

import dev.layers.internal.resolution.Demand;
import dev.layers.internal.resolution.Terms;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What modules provide to the host and what they use from it, in the words of {@code module-info}.
 *
 * <p>A module must provide every service that is not {@linkplain Cardinality#OPTIONAL optional}. If all are optional, it
 * must provide one of them or a {@link dev.layers.module.ModuleLifecycle}; if the contract names none, any module will do.
 *
 * @since 0.1
 */
public final class ServiceContract {
    private final Map<Class<?>, Cardinality> provided;
    private final Map<Class<?>, Object> used;
    private final ContractBoundary boundary;
    private final Terms terms;

    private ServiceContract(Builder builder) {
        this.provided = Map.copyOf(builder.provided);
        this.used = Map.copyOf(builder.used);
        this.boundary = new ContractBoundary(builder.crossing, provided.keySet(), used.keySet());
        this.terms = new Terms(
                provided().stream().map(this::demand).toList(),
                Optional.ofNullable(builder.allowedRequires),
                builder.isNativeRefused);
    }

    private ServiceContract(ServiceContract other, Predicate<Class<?>> foreign) {
        this.provided = other.provided;
        this.used = other.used;
        this.boundary = other.boundary.without(foreign, provided.keySet(), used.keySet());
        this.terms = other.terms;
    }

    /**
     * Returns a builder of a contract that names no service yet.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Describes how each argument and result of each service crosses between host and modules, and what it is made of.
     *
     * @return lines of text, the same for the same contract
     */
    public String describe() {
        return boundary.describe();
    }

    /** Returns the services that modules provide, by name. */
    List<Class<?>> provided() {
        return provided.keySet().stream()
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
    }

    /** Returns every type that host and modules share. */
    List<Class<?>> types() {
        return Stream.concat(provided().stream(), used.keySet().stream()).toList();
    }

    boolean isProvided(Class<?> service) {
        return provided.containsKey(service);
    }

    /** Throws unless modules provide {@code service}. */
    void requireProvided(Class<?> service) {
        if (!isProvided(service)) {
            throw new IllegalArgumentException(
                    "Service '" + service.getName() + "' is not provided by the contract; it names "
                            + provided().stream().map(Class::getName).toList());
        }
    }

    /** Returns this contract without types of which {@code foreign} is true, although they lie beside its own. */
    ServiceContract without(Predicate<Class<?>> foreign) {
        return new ServiceContract(this, foreign);
    }

    /** Returns how its services are called and its values cross. */
    ContractBoundary boundary() {
        return boundary;
    }

    /** Returns what it says about the descriptors of modules. */
    Terms terms() {
        return terms;
    }

    private Demand demand(Class<?> service) {
        Cardinality cardinality = Objects.requireNonNull(provided.get(service));
        return new Demand(service.getName(), cardinality.least(), cardinality.most());
    }

    <S> S instance(Class<S> service) {
        Object instance = used.get(service);
        if (instance == null) {
            throw new IllegalArgumentException("Service '" + service.getName()
                    + "' is not used by the contract; it names "
                    + used.keySet().stream().map(Class::getName).sorted().toList());
        }
        return service.cast(instance);
    }

    /**
     * Builds contracts; not for use by several threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Map<Class<?>, Cardinality> provided = new LinkedHashMap<>();
        private final Map<Class<?>, Object> used = new LinkedHashMap<>();
        private @Nullable Set<String> allowedRequires;
        private boolean isNativeRefused;
        private final ContractBoundary.Terms crossing = new ContractBoundary.Terms();

        private Builder() {}

        /**
         * Says that every module provides {@code service}, at least once.
         *
         * @param service a public interface, not sealed, in a package that its module exports
         * @return this builder
         * @throws IllegalArgumentException if it is not such an interface or was named before
         */
        public Builder provides(Class<?> service) {
            return provides(service, Cardinality.AT_LEAST_ONE);
        }

        /**
         * Says how often a module provides {@code service}.
         *
         * @param service a public interface, not sealed, in a package that its module exports
         * @param cardinality the number of providers; a module with fewer or more is refused
         * @return this builder
         * @throws IllegalArgumentException if it is not such an interface or was named before
         */
        public Builder provides(Class<?> service, Cardinality cardinality) {
            requireShared(service);
            if (provided.putIfAbsent(service, Objects.requireNonNull(cardinality, "cardinality")) != null) {
                throw new IllegalArgumentException(
                        "Service '" + service.getName() + "' is provided twice; name it once");
            }
            return this;
        }

        /**
         * Says that modules may use {@code service} of the host.
         *
         * @param <S> the type of the service
         * @param service a public interface, not sealed, in a package that its module exports
         * @param instance what modules get
         * @return this builder
         * @throws IllegalArgumentException if it is not such an interface, was named before, or {@code instance} does
         *     not implement it
         */
        public <S> Builder uses(Class<S> service, S instance) {
            requireShared(service);
            if (!service.isInstance(Objects.requireNonNull(instance, "instance"))) {
                throw new IllegalArgumentException(
                        "Service '" + service.getName() + "': its instance does not implement it");
            }
            if (used.putIfAbsent(service, instance) != null) {
                throw new IllegalArgumentException("Service '" + service.getName() + "' is used twice; name it once");
            }
            return this;
        }

        /**
         * Limits what descriptors of modules and their private libraries require. Without a call everything may be
         * required; the calls add up. Always allowed are {@code java.base}, the modules of the contract, private libraries
         * and modules of the same manager. Plain jars, which read every module, are refused then.
         *
         * <p>This keeps honest modules small. It does not confine hostile ones.
         *
         * @param modules the names of modules; none allows no other
         * @return this builder
         * @throws IllegalArgumentException if a name is blank or was named before
         */
        public Builder allowRequires(String... modules) {
            Set<String> allowed = allowedRequires == null ? new LinkedHashSet<>() : allowedRequires;
            for (String module : modules) {
                if (module.isBlank()) {
                    throw new IllegalArgumentException("Allowed 'requires': a name is blank; name a module");
                }
                if (!allowed.add(module)) {
                    throw new IllegalArgumentException(
                            "Allowed 'requires': module '" + module + "' is named twice; name it once");
                }
            }
            allowedRequires = allowed;
            return this;
        }

        /**
         * Refuses modules and private libraries that bundle native libraries ({@code .so}, {@code .dll}, {@code
         * .dylib}, {@code .jnilib}) or whose manifest asks for {@code Enable-Native-Access}.
         *
         * @return this builder
         */
        public Builder refuseNativeCode() {
            isNativeRefused = true;
            return this;
        }

        /**
         * Sets what happens to values that go between host and modules.
         *
         * @param treatment of all services, {@link Boundary#GUARDED} if not given
         * @return this builder
         */
        public Builder boundary(Boundary treatment) {
            crossing.boundary = Objects.requireNonNull(treatment, "treatment");
            return this;
        }

        /**
         * Hands out one service as it is, as under {@link Boundary#DIRECT}: for hosts that know what they do.
         *
         * @param service one that is provided or used
         * @return this builder
         */
        public Builder direct(Class<?> service) {
            crossing.direct.add(Objects.requireNonNull(service, "service"));
            return this;
        }

        /**
         * Sets what becomes of calls of a module's listeners and callbacks that come when their generation is gone.
         *
         * @param treatment what they do, {@link StaleCalls#THROW} if not given
         * @return this builder
         */
        public Builder staleCalls(StaleCalls treatment) {
            crossing.staleCalls = Objects.requireNonNull(treatment, "treatment");
            return this;
        }

        /**
         * Makes every call of a module run with the module's class loader as context class loader of the thread, as hooks
         * do. It costs some nanoseconds on each call.
         *
         * @return this builder
         */
        public Builder settingContextLoader() {
            crossing.isSettingContextLoader = true;
            return this;
        }

        /**
         * Returns the contract.
         *
         * @return an immutable contract
         * @throws IllegalArgumentException if a signature of a service, or of an interface or record that it leads to, has
         *     a type without a rule to cross, and the boundary is {@link Boundary#GUARDED}; all are named. Or if a service
         *     was called direct that is neither provided nor used
         */
        public ServiceContract build() {
            ServiceContract contract = new ServiceContract(this);
            contract.boundary().requireSound();
            return contract;
        }

        private static void requireShared(Class<?> service) {
            String place = "Service '" + service.getName() + "': ";
            if (!service.isInterface() || service.isAnnotation()) {
                throw new IllegalArgumentException(
                        place + "not an interface; wanted an interface to share with modules");
            }
            if (service.isSealed()) {
                throw new IllegalArgumentException(
                        place + "sealed; references cannot implement it, wanted an interface that is not");
            }
            if (!Modifier.isPublic(service.getModifiers())) {
                throw new IllegalArgumentException(place + "not public; make it public");
            }
            if (!service.getModule().isExported(service.getPackageName())) {
                throw new IllegalArgumentException(place + "its package is not exported; add 'exports "
                        + service.getPackageName() + ";' to module '"
                        + service.getModule().getName() + "'");
            }
        }
    }
}
