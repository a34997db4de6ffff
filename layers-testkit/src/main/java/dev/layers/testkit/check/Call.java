package dev.layers.testkit.check;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method of a service that takes nothing.
 *
 * @param service the interface by which it is called
 */
record Call(Class<?> service, Method method) {
    /**
     * Finds the methods of one name in all services.
     *
     * @throws UsageException if none has it, or only with parameters
     */
    static List<Call> named(String name, List<Class<?>> services) {
        List<Call> calls = new ArrayList<>();
        for (Class<?> service : services) {
            methods(service)
                    .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
                    .findFirst()
                    .ifPresent(method -> calls.add(new Call(service, method)));
        }
        if (calls.isEmpty()) {
            throw new UsageException(missing(name, services));
        }
        return calls;
    }

    private static Stream<Method> methods(Class<?> service) {
        try {
            return Arrays.stream(service.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers()));
        } catch (LinkageError absent) {
            throw new UsageException(ContractPath.incomplete(absent));
        }
    }

    private static String missing(String name, List<Class<?>> services) {
        String names =
                services.stream().map(service -> "'" + service.getName() + "'").collect(Collectors.joining(", "));
        String found = services.stream()
                .flatMap(Call::methods)
                .map(Call::signature)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return "Service " + names + ": no method '" + name + "()'; found " + (found.isEmpty() ? "no method" : found)
                + "; wanted one without parameters; correct --call";
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "'" + method.getName() + "(", ")'"));
    }

    /** Calls a provider and drops what it returns. */
    void on(Object provider) throws InvocationTargetException {
        try {
            method.invoke(provider);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return service.getName() + "." + method.getName() + "()";
    }
}
