package dev.layers.internal.layer;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The providers of an artifact on the class path, by the names of their services.
 *
 * <p>The JDK would find those that files in {@code META-INF/services} name, and not those of descriptors.
 */
record ArtifactProviders(ClassLoader loader, Map<String, List<String>> names, Form form) implements LinkedProviders {
    /** What names the providers: only a descriptor may name a class with a provider method. */
    enum Form {
        DESCRIPTOR,
        SERVICE_FILES
    }

    @Override
    public <S> List<ServiceLoader.Provider<S>> of(Class<S> service) {
        return names.getOrDefault(service.getName(), List.of()).stream()
                .map(name -> provider(service, name))
                .toList();
    }

    private <S> ServiceLoader.Provider<S> provider(Class<S> service, String name) {
        Class<?> type = load(service, name);
        Optional<Method> method = form == Form.DESCRIPTOR ? providerMethod(type) : Optional.empty();
        Class<?> told = method.<Class<?>>map(Method::getReturnType).orElse(type);
        if (!service.isAssignableFrom(told)) {
            throw new ServiceConfigurationError(service.getName() + ": Provider " + name + " not a subtype");
        }
        Callable<Object> creation = method.<Callable<Object>>map(found -> () -> found.invoke(null))
                .orElseGet(() -> constructor(service, type));
        return new Created<>(service, told.asSubclass(service), creation);
    }

    private Class<?> load(Class<?> service, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException absent) {
            throw new ServiceConfigurationError(service.getName() + ": Provider " + name + " not found", absent);
        }
    }

    private static Optional<Method> providerMethod(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(NamedProviders::isProviderMethod)
                .findFirst();
    }

    private static Callable<Object> constructor(Class<?> service, Class<?> type) {
        try {
            Constructor<?> constructor = type.getConstructor();
            return constructor::newInstance;
        } catch (NoSuchMethodException absent) {
            throw new ServiceConfigurationError(
                    service.getName() + ": " + type.getName() + " Unable to get public no-arg constructor", absent);
        }
    }

    /** A provider that is created anew for whoever asks. */
    private record Created<S>(Class<S> service, Class<? extends S> type, Callable<Object> creation)
            implements ServiceLoader.Provider<S> {
        @Override
        public S get() {
            try {
                return service.cast(creation.call());
            } catch (InvocationTargetException failed) {
                throw failure(Objects.requireNonNull(failed.getCause()));
            } catch (Exception refused) {
                throw failure(refused);
            }
        }

        private ServiceConfigurationError failure(Throwable cause) {
            return new ServiceConfigurationError(
                    service.getName() + ": Provider " + type.getName() + " could not be instantiated", cause);
        }
    }
}
