package dev.layers.guarantees;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A host whose contract, module {@code bot.api}, has something of every kind that crosses: modules provide {@code
 * bot.Service} and use {@code bot.Shop}.
 */
final class BoundaryHost {
    private static final List<String> CONTRACT = List.of(
            "package bot; public interface Listener { String heard(String text); }",
            "package bot; public record Order(String item, int count) {}",
            "package bot; public record Letter(String text, Listener sender) {}",
            """
            package bot;
            public class BotException extends Exception {
                public BotException(String message) { super(message); }
                public BotException(String message, Throwable cause) { super(message, cause); }
            }
            """,
            """
            package bot;
            import java.util.*;
            public interface Shop {
                void add(Listener listener);
                void addAll(List<Listener> listeners);
                Listener echo(Listener listener);
                String buy(Order order) throws BotException;
                void later(Runnable action);
                void mail(Letter letter);
                void put(Object anything);
            }
            """,
            """
            package bot;
            import java.io.InputStream;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.stream.Stream;
            public interface Service {
                default String say(String text) throws BotException { return text; }
                default Object any(Object value) { return value; }
                default void take(Listener listener) {}
                default Listener echo(Listener listener) { return listener; }
                default Order order(Order order) { return order; }
                default Letter letter() { return null; }
                default Listener listener() { return null; }
                default Service self() { return null; }
                default Supplier<Listener> supplier() { return null; }
                default List<Listener> list() { return null; }
                default Set<Listener> set() { return null; }
                default Map<String, Listener> map() { return null; }
                default Optional<Listener> optional() { return null; }
                default Listener[] array() { return null; }
                default Iterator<Listener> iterator() { return null; }
                default Stream<Listener> stream() { return null; }
                default CompletionStage<Listener> stage() { return null; }
                default Flow.Publisher<Listener> publisher() { return null; }
                default void subscribe(Flow.Subscriber<Listener> subscriber) {}
                default InputStream input() { return null; }
            }
            """);

    private static final byte[] CONTRACT_JAR = compile(CONTRACT).bytes();

    private final Path directory;
    private final Path contractJar;
    private final ClassLoader loader;
    private volatile Shopkeeper shopkeeper = (method, argument) -> null;

    /** What the host does when a module calls {@code bot.Shop}. */
    interface Shopkeeper {
        @Nullable
        Object serve(String method, Object argument) throws Throwable;
    }

    private BoundaryHost(Path directory, Path contractJar, ClassLoader loader) {
        this.directory = directory;
        this.contractJar = contractJar;
        this.loader = loader;
    }

    static BoundaryHost create(Path directory) {
        try {
            return create(
                    directory, Files.write(Files.createDirectories(directory).resolve("bot-api.jar"), CONTRACT_JAR));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns a host with another contract; it is used for its types alone. */
    static BoundaryHost create(Path directory, List<String> types) {
        return create(directory, compile(types).toJar(directory.resolve("bot-api.jar")));
    }

    private static ModuleSource compile(List<String> types) {
        ModuleSource source = ModuleSource.module("module bot.api { exports bot; }");
        for (String type : types) {
            source = source.type(type);
        }
        return source;
    }

    private static BoundaryHost create(Path directory, Path jar) {
        ModuleLayer boot = ModuleLayer.boot();
        var configuration = boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("bot.api"));
        ClassLoader loader = boot.defineModulesWithOneLoader(configuration, BoundaryHost.class.getClassLoader())
                .findLoader("bot.api");
        return new BoundaryHost(directory, jar, loader);
    }

    Class<?> type(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(missing);
        }
    }

    /** Returns a builder of the contract: {@code bot.Service} is provided, {@code bot.Shop} used. */
    ServiceContract.Builder contract() {
        return use(ServiceContract.builder().provides(type("bot.Service")), type("bot.Shop"));
    }

    /** Returns a builder of a manager that requests collections, and takes an artifact that was written a moment ago. */
    static LayerManagerBuilder manager(ServiceContract contract) {
        return LayerManager.builder(contract)
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)));
    }

    /** Makes {@code keeper} serve from now on. */
    void shopkeeper(Shopkeeper keeper) {
        shopkeeper = keeper;
    }

    /** Writes module {@code name}, whose service and lifecycle is {@code acme.Chat} with a field {@code shop}. */
    Path module(String name, String members) {
        return module(name, members, "");
    }

    /** Writes such a module, whose lifecycle begins with {@code start}. */
    Path module(String name, String members, String start) {
        return ModuleSource.module("module " + name + " { requires bot.api; requires dev.layers.core;"
                        + " provides bot.Service with acme.Chat;"
                        + " provides dev.layers.module.ModuleLifecycle with acme.Chat; }")
                .type("""
                        package acme;
                        import bot.*;
                        import java.io.*;
                        import java.util.*;
                        import java.util.concurrent.*;
                        import java.util.function.*;
                        import java.util.stream.*;
                        public class Chat implements Service, dev.layers.module.ModuleLifecycle {
                            static Shop shop;
                            public void start(dev.layers.module.ModuleContext context) {
                                shop = context.service(Shop.class);
                        """ + start + "}" + members + "}")
                .type("package acme; public class Ear implements bot.Listener {"
                        + " public String heard(String text) { return \"ear heard \" + text; } }")
                .dependsOn(contractJar)
                .dependsOn(CorePath.locations())
                .toJar(directory.resolve(name + ".jar"));
    }

    /** Returns the service of {@code module}. */
    Object service(LoadedModule module) {
        return module.service(type("bot.Service"));
    }

    /** Returns an object of the host that implements {@code type} of the contract, and is equal to itself alone. */
    Object implement(String type, Shopkeeper behaviour) {
        return Proxy.newProxyInstance(loader, new Class<?>[] {type(type)}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> type + " of the host";
                };
            }
            return behaviour.serve(method.getName(), arguments == null ? null : arguments[0]);
        });
    }

    /** Returns a listener of the host. */
    Object listener() {
        return implement("bot.Listener", (method, text) -> "host heard " + text);
    }

    /** Calls a method of the contract; what it throws arrives as it is. */
    @Nullable
    static Object call(Object target, String name, Object... arguments) throws Throwable {
        try {
            return method(target.getClass(), name).invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** Returns what a call throws. */
    static Throwable thrown(Object target, String name, Object... arguments) {
        try {
            call(target, name, arguments);
        } catch (Throwable thrown) {
            return thrown;
        }
        throw new AssertionError("'" + name + "' threw nothing");
    }

    private static Method method(Class<?> type, String name) {
        List<Class<?>> interfaces = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            interfaces.addAll(Arrays.asList(each.getInterfaces()));
        }
        return interfaces.stream()
                .filter(each -> Modifier.isPublic(each.getModifiers()))
                .flatMap(each -> Arrays.stream(each.getMethods()))
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " has no method '" + name + "'"));
    }

    private <S> ServiceContract.Builder use(ServiceContract.Builder builder, Class<S> service) {
        Object shop = implement(service.getName(), (method, argument) -> shopkeeper.serve(method, argument));
        return builder.uses(service, service.cast(shop));
    }
}
