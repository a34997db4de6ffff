package dev.layers.internal.reference;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host's stable handle on one provider of a module; it survives reloads and holds nothing of the module. */
public final class ServiceReference implements InvocationHandler {
    private final Switch line;
    private final ServiceKey key;
    private final Supplier<String> text;
    private final Supplier<? extends RuntimeException> unavailable;

    private ServiceReference(
            Switch line, ServiceKey key, Supplier<String> text, Supplier<? extends RuntimeException> unavailable) {
        this.line = line;
        this.key = key;
        this.text = text;
        this.unavailable = unavailable;
    }

    /**
     * Returns a reference to the provider {@code key}.
     *
     * @param line where calls find the current generation
     * @param text what {@code toString} says
     * @param unavailable what a call throws when nothing takes it
     */
    public static <S> S create(
            Class<S> service,
            Switch line,
            ServiceKey key,
            Supplier<String> text,
            Supplier<? extends RuntimeException> unavailable) {
        ServiceReference reference = new ServiceReference(line, key, text, unavailable);
        return service.cast(Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, reference));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        try (Switch.Entered entered = line.enter(key)) {
            if (entered == null) {
                throw unavailable.get();
            }
            return method.invoke(entered.provider(), arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a reference equals itself alone
    private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> text.get();
        };
    }
}
