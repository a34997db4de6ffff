package dev.layers.guarantees;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadPolicy;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;

/** A host of modules whose calls wait until it lets them go. */
final class DrainHost {
    private static final String[] CONTRACT = {
        "public interface Talk extends java.util.function.Function<String, Object> { Object apply(String text); }",
        "import java.util.concurrent.*; public final class Wait {"
                + " public static final CountDownLatch GATE = new CountDownLatch(1);"
                + " public static final CompletableFuture<Object> ANSWER = new CompletableFuture<>(); }"
    };

    /**
     * A call of {@code obey} ends when it is interrupted, that of {@code ignore} when the host lets it; {@code callback}
     * returns a supplier that does as {@code ignore}, {@code jdk} one without a line of the module in it.
     */
    private static final String CHAT = """
            package acme;
            import java.util.function.Supplier;
            public class Chat implements own.Talk {
                public Object apply(String text) {
                    switch (text) {
                        case "obey": return await(true);
                        case "ignore": return await(false);
                        case "callback": return (Supplier<Object>) () -> await(false);
                        case "jdk": return (Supplier<Object>) own.Wait.ANSWER::join;
                        default: return "answer to " + text;
                    }
                }
                private Object await(boolean obeying) {
                    while (true) {
                        try {
                            own.Wait.GATE.await();
                            return "done";
                        } catch (InterruptedException stop) {
                            if (obeying) return "interrupted";
                        }
                    }
                }
            }
            """;

    /** Where the calls wait. */
    static final String PLACE = "acme.Chat.await(Chat.java:16)";

    private final Path directory;
    private final OwnContract own;

    DrainHost(Path directory) {
        this.directory = directory;
        this.own = OwnContract.of(directory, CONTRACT);
    }

    LayerManager manager(UnloadPolicy policy) {
        return OwnContract.manager(
                        ServiceContract.builder().provides(own.type("Talk")).build())
                .unloading(policy)
                .build();
    }

    /** Loads a module of that name. */
    LoadedModule load(LayerManager manager, String name) {
        return manager.load(
                own.module(name, "own.Talk with acme.Chat").type(CHAT).toJar(directory.resolve(name + ".jar")));
    }

    @SuppressWarnings("unchecked")
    Object call(LoadedModule module, String text) {
        return ((Function<String, Object>) module.service(own.type("Talk"))).apply(text);
    }

    /** Returns what the module's answer to {@code text} is, which the host may call whenever it likes. */
    @SuppressWarnings("unchecked")
    Supplier<Object> callback(LoadedModule module, String text) {
        return (Supplier<Object>) call(module, text);
    }

    /** Starts a thread of that name and waits until it waits in {@code call}. */
    static Thread waiting(String name, Runnable call) throws Exception {
        Thread caller = new Thread(call, name);
        caller.setDaemon(true);
        caller.start();
        Patience.until("thread '" + name + "' waits", () -> caller.getState() == Thread.State.WAITING);
        return caller;
    }

    /** Lets all calls end that wait for the host. */
    @SuppressWarnings("unchecked")
    void letGo() throws ReflectiveOperationException {
        ((CountDownLatch) own.constant("Wait", "GATE")).countDown();
        ((CompletableFuture<Object>) own.constant("Wait", "ANSWER")).complete("done");
    }
}
