package dev.layers.internal.layer;

import java.lang.module.ModuleDescriptor.Provides;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Spliterator;
import java.util.stream.Stream;

/** The providers of a module on the module path; only the JDK may create those in packages that are not exported. */
record NamedProviders(Module module) implements LinkedProviders {
    @Override
    public <S> List<ServiceLoader.Provider<S>> of(Class<S> service) {
        List<String> names = names(service);
        if (names.isEmpty()) {
            return List.of();
        }
        List<ServiceLoader.Provider<S>> all = new ArrayList<>();
        List<ServiceConfigurationError> errors = find(service, all);
        List<Class<?>> types = types(service, names);
        List<ServiceLoader.Provider<S>> own =
                all.stream().filter(provider -> types.contains(provider.type())).toList();
        if (own.size() < names.size()) {
            throw missing(service, names, errors);
        }
        if (own.size() > names.size()) {
            throw new ServiceConfigurationError(service.getName() + ": provider methods of module '" + module.getName()
                    + "' and of another module return the same type, so nobody can tell their providers apart; let"
                    + " 'provider()' return a class of the module");
        }
        return own;
    }

    private List<String> names(Class<?> service) {
        return module.getDescriptor().provides().stream()
                .filter(provides -> provides.service().equals(service.getName()))
                .map(Provides::providers)
                .flatMap(List::stream)
                .toList();
    }

    /** Adds the providers of all modules beside this one; returns what is wrong with the others of them. */
    private <S> List<ServiceConfigurationError> find(Class<S> service, List<ServiceLoader.Provider<S>> all) {
        NamedProviders.class.getModule().addUses(service);
        Stream<ServiceLoader.Provider<S>> found = ServiceLoader.load(module.getLayer(), service).stream();
        Spliterator<ServiceLoader.Provider<S>> providers = found.spliterator();
        List<ServiceConfigurationError> errors = new ArrayList<>();
        boolean isMore = true;
        while (isMore) {
            try {
                isMore = providers.tryAdvance(all::add);
            } catch (ServiceConfigurationError error) {
                // the next one may be fine
                errors.add(error);
            }
        }
        return errors;
    }

    /** Returns what the JDK tells of each: the class, or what its provider method returns. */
    private List<Class<?>> types(Class<?> service, List<String> names) {
        List<Class<?>> types = new ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(module, name);
            if (type == null) {
                throw new ServiceConfigurationError(service.getName() + ": Provider " + name + " not found");
            }
            types.add(told(type));
        }
        return types;
    }

    static Class<?> told(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(NamedProviders::isProviderMethod)
                .<Class<?>>map(Method::getReturnType)
                .findFirst()
                .orElse(type);
    }

    static boolean isProviderMethod(Method method) {
        return method.getName().equals("provider")
                && method.getParameterCount() == 0
                && Modifier.isStatic(method.getModifiers());
    }

    private ServiceConfigurationError missing(
            Class<?> service, List<String> names, List<ServiceConfigurationError> errors) {
        return errors.stream()
                .filter(error -> names.stream().anyMatch(String.valueOf(error.getMessage())::contains))
                .findFirst()
                .orElseGet(() -> new ServiceConfigurationError(service.getName() + ": the JDK does not find all of "
                        + names + " in module '" + module.getName() + "'"));
    }
}
