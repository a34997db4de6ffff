package dev.layers.internal.boundary;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a live subscriber the other interfaces of what it stands for. */
final class ManySidedSubscriber implements InvocationHandler, StandIn {
    private final LiveSubscriber live;

    private ManySidedSubscriber(LiveSubscriber live) {
        this.live = live;
    }

    /** Returns what has all {@code interfaces} and hears what {@code live} does; its subject where no loader knows them all. */
    static Object of(LiveSubscriber live, List<Class<?>> interfaces) {
        Stream<ClassLoader> loaders = interfaces.stream()
                .map(Class::getClassLoader)
                .filter(Objects::nonNull)
                .distinct();
        return Stream.concat(loaders, Stream.of(ManySidedSubscriber.class.getClassLoader()))
                .filter(loader -> interfaces.stream().allMatch(type -> isKnown(type, loader)))
                .findFirst()
                .map(loader -> Proxy.newProxyInstance(
                        loader, interfaces.toArray(Class<?>[]::new), new ManySidedSubscriber(live)))
                .orElseGet(live::subject);
    }

    @Override
    public Object subject() {
        return live.subject();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        Optional<Method> heard = heard(method);
        try {
            return heard.isPresent() ? heard.get().invoke(live, arguments) : method.invoke(live.subject(), arguments);
        } catch (InvocationTargetException thrown) {
            throw Objects.requireNonNull(thrown.getCause());
        }
    }

    @SuppressWarnings("ReferenceEquality") // two loaders may know types of one name
    private static boolean isKnown(Class<?> type, ClassLoader loader) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException unknown) {
            return false;
        }
    }

    /** Returns what subscribers have of the name and parameters of {@code method}. */
    private static Optional<Method> heard(Method method) {
        return Arrays.stream(Flow.Subscriber.class.getMethods())
                .filter(each -> each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()))
                .findFirst();
    }
}
