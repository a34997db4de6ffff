package dev.layers.guarantees;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** A host whose modules answer with words of two of their classes, and look in every line whether they should still run. */
final class StressHost {
    /**
     * {@code Talk}: each word goes to the callback with the word of the generation. {@code Relay} calls back into the module,
     * the way a listener would. {@code Witness} is shared by all generations.
     */
    private static final String[] CONTRACT = {
        "import java.util.*; import java.util.function.*;"
                + " public interface Talk extends BiFunction<List<String>, UnaryOperator<String>, List<String>> {"
                + " List<String> apply(List<String> words, UnaryOperator<String> callback); }",
        "import java.util.function.*;"
                + " public interface Relay extends BiFunction<UnaryOperator<String>, String, String> {"
                + " String apply(UnaryOperator<String> target, String text); }",
        "import java.util.*; import java.util.concurrent.*; import java.util.concurrent.atomic.*; import java.lang.ref.*;"
                + " public final class Witness { public static final Queue<Object> LEFT = new ConcurrentLinkedQueue<>();"
                + " public static final AtomicInteger LATE = new AtomicInteger();"
                + " public static void leave(Class<?> type) { LEFT.add(new WeakReference<Object>(type)); } }"
    };

    /** Whatever runs in the module looks for the flag that the last hook has set: first, last, and in callbacks. */
    private static final String CHAT = """
            package acme;
            import dev.layers.module.*;
            import java.util.*;
            import java.util.function.*;
            public class Chat implements own.Talk, ModuleLifecycle {
                static volatile boolean dead;
                private own.Relay relay;
                static void look() { if (dead) own.Witness.LATE.incrementAndGet(); }
                public void start(ModuleContext context) { relay = context.service(own.Relay.class); }
                public void beforeUnload(UnloadContext context) { dead = true; }
                public List<String> apply(List<String> words, UnaryOperator<String> callback) {
                    look();
                    List<String> answer = new ArrayList<>();
                    for (String word : words) {
                        String called = callback.apply(word);
                        look();
                        answer.add(called + " WORD " + relay.apply(this::back, word) + Word.say());
                    }
                    look();
                    return answer;
                }
                private String back(String text) {
                    look();
                    return "WORD " + Word.say() + " ";
                }
            }
            """;

    private final OwnContract own;

    StressHost(Path directory) {
        this.own = OwnContract.of(directory, CONTRACT);
    }

    /** Returns a manager that requests no collections: there are thousands of generations. */
    LayerManager manager(UnloadPolicy policy) {
        return OwnContract.manager(serviceContract())
                .collecting(CollectionPolicy.passive())
                .unloading(policy)
                .build();
    }

    /** Returns a module whose answers are made of {@code word}. */
    byte[] chat(String word) {
        return own.module("chat", "own.Talk with acme.Chat", "dev.layers.module.ModuleLifecycle with acme.Chat")
                .type(CHAT.replace("WORD", word))
                .type("package acme; class Word { static { own.Witness.leave(Word.class); }"
                        + " static String say() { return \"" + word + "\"; } }")
                .bytes();
    }

    private ServiceContract serviceContract() {
        return use(ServiceContract.builder().provides(own.type("Talk")), own.type("Relay"))
                .build();
    }

    /** What the host gives to modules: calls its first argument with the second. */
    @SuppressWarnings("unchecked")
    private <S> ServiceContract.Builder use(ServiceContract.Builder builder, Class<S> relay) {
        Object instance = Proxy.newProxyInstance(
                own.loader(),
                new Class<?>[] {relay},
                (proxy, method, arguments) -> ((UnaryOperator<String>) arguments[0]).apply((String) arguments[1]));
        return builder.uses(relay, relay.cast(instance));
    }

    @SuppressWarnings("unchecked")
    BiFunction<List<String>, UnaryOperator<String>, List<String>> talk(LoadedModule module) {
        return (BiFunction<List<String>, UnaryOperator<String>, List<String>>) module.service(own.type("Talk"));
    }

    /** Returns how often code of a module ran after its last hook. */
    int lateCalls() throws ReflectiveOperationException {
        return ((AtomicInteger) own.constant("Witness", "LATE")).get();
    }

    /** Returns a weak reference to a class of each generation that was called. */
    @SuppressWarnings("unchecked")
    Collection<WeakReference<Object>> traces() throws ReflectiveOperationException {
        return List.copyOf((Collection<WeakReference<Object>>) own.constant("Witness", "LEFT"));
    }
}
