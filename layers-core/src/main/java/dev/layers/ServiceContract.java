package dev.layers;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What modules provide to the host and what they use from it, in the words of {@code module-info}.
 *
 * <p>A module must provide at least one of the provided services; if the contract names none, any module will do.
 *
 * @since 0.1
 */
public final class ServiceContract {
    private final Set<Class<?>> provided;
    private final Map<Class<?>, Object> used;

    private ServiceContract(Builder builder) {
        this.provided = Set.copyOf(builder.provided);
        this.used = Map.copyOf(builder.used);
    }

    /**
     * Returns a builder of a contract that names no service yet.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the services that modules provide, by name. */
    List<Class<?>> provided() {
        return provided.stream()
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
    }

    /** Returns every type that host and modules share. */
    List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>(provided());
        types.addAll(used.keySet());
        return types;
    }

    boolean isProvided(Class<?> service) {
        return provided.contains(service);
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
        private final Set<Class<?>> provided = new LinkedHashSet<>();
        private final Map<Class<?>, Object> used = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Says that modules provide {@code service}.
         *
         * @param service a public interface in a package that its module exports
         * @return this builder
         * @throws IllegalArgumentException if it is not such an interface or was named before
         */
        public Builder provides(Class<?> service) {
            requireShared(service);
            if (!provided.add(service)) {
                throw new IllegalArgumentException(
                        "Service '" + service.getName() + "' is provided twice; name it once");
            }
            return this;
        }

        /**
         * Says that modules may use {@code service} of the host.
         *
         * @param <S> the type of the service
         * @param service a public interface in a package that its module exports
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
         * Returns the contract.
         *
         * @return an immutable contract
         */
        public ServiceContract build() {
            return new ServiceContract(this);
        }

        private static void requireShared(Class<?> service) {
            String place = "Service '" + service.getName() + "': ";
            if (!service.isInterface() || service.isAnnotation()) {
                throw new IllegalArgumentException(
                        place + "not an interface; wanted an interface to share with modules");
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
