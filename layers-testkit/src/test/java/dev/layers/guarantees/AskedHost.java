package dev.layers.guarantees;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A host that is asked by its module whenever that is called, and does then what the test wants. */
final class AskedHost {
    private static final String[] CONTRACT = {
        "public interface Talk extends java.util.function.Function<String, Object> { Object apply(String text); }",
        "public interface Host extends java.util.function.Function<String, Object> { Object apply(String text); }"
    };

    /** Hands every text to the host: at once, in a callback, on a managed thread, and from its hooks. */
    private static final String CHAT = """
            package acme;
            import dev.layers.module.*;
            import java.util.function.Supplier;
            public class Chat implements own.Talk, ModuleLifecycle {
                private ModuleContext context;
                private own.Host host;
                public void start(ModuleContext given) {
                    context = given;
                    host = given.service(own.Host.class);
                    host.apply("start " + given.generation());
                }
                public void beforeUnload(UnloadContext given) { host.apply("stop " + context.generation()); }
                public Object apply(String text) {
                    if (text.equals("callback")) return (Supplier<Object>) () -> host.apply("in callback") + " of " + context.generation();
                    if (text.equals("thread")) context.executor().execute(() -> host.apply("on thread"));
                    return host.apply(text) + " of " + context.generation();
                }
            }
            """;

    private final OwnContract own;
    private final Path jar;
    private volatile Function<String, Object> answer = text -> "done";

    AskedHost(Path directory) {
        this.own = OwnContract.of(directory, CONTRACT);
        this.jar = own.module("chat", "own.Talk with acme.Chat", "dev.layers.module.ModuleLifecycle with acme.Chat")
                .type(CHAT)
                .toJar(directory.resolve("chat.jar"));
    }

    /** Sets what the host does when the module asks. */
    void answers(Function<String, Object> next) {
        answer = next;
    }

    /** Sets that the host does nothing when it is asked. */
    void answersAtOnce() {
        answer = text -> "done";
    }

    LoadedModule load(LayerManager manager) {
        return manager.load(jar);
    }

    /** Unloads a module that the host lets go. */
    UnloadReport unload(LoadedModule module) {
        answer = text -> "done";
        return module.unload();
    }

    LayerManager manager(UnloadPolicy policy, Consumer<LayerEvent> listener) {
        ServiceContract contract = use(ServiceContract.builder().provides(own.type("Talk")), own.type("Host"))
                .build();
        return OwnContract.manager(contract)
                .unloading(policy)
                .listener(listener)
                .build();
    }

    private <S> ServiceContract.Builder use(ServiceContract.Builder builder, Class<S> host) {
        Object instance = Proxy.newProxyInstance(
                own.loader(), new Class<?>[] {host}, (proxy, method, arguments) -> answer.apply((String) arguments[0]));
        return builder.uses(host, host.cast(instance));
    }

    @SuppressWarnings("unchecked")
    Object call(LoadedModule module, String text) {
        return ((Function<String, Object>) module.service(own.type("Talk"))).apply(text);
    }

    @SuppressWarnings("unchecked")
    Supplier<Object> callback(LoadedModule module) {
        return (Supplier<Object>) call(module, "callback");
    }
}
