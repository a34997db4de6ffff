package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleUnloadedException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An object is one and the same on the other side of the boundary, however often and wherever it goes. */
class IdentityIT {
    /** Has a listener of its own, keeps one of others, and tells which of them it is given. */
    private static final String MEMBERS = """
            static final Listener EAR = new Ear() {
                public boolean equals(Object other) { return true; }
                public int hashCode() { return 42; }
                public String toString() { return "of the module"; }
            };
            static Listener taken;
            public Listener listener() { return EAR; }
            public void take(Listener listener) { taken = listener; }
            public Service self() { return this; }
            public Object any(Object value) {
                return value == EAR ? "my own" : value == taken ? "the one I took" : value == this ? "myself" : "unknown";
            }
            public String say(String text) {
                return switch (text) {
                    case "name" -> taken.toString();
                    case "call" -> taken.heard("chat");
                    case "equal" -> "" + (taken.equals(taken) && !taken.equals(EAR)
                            && taken.hashCode() == System.identityHashCode(taken));
                    default -> "" + (shop.echo(EAR) == EAR) + (shop.echo(taken) == taken) + (shop.echo(null) == null);
                };
            }
            """;

    /** Keeps the service of another module and calls it. */
    private static final String CALLER = """
            static Service taken;
            public Object any(Object value) { taken = (Service) value; return taken.toString(); }
            public String say(String text) { return "" + taken.any("a text"); }
            """;

    @TempDir
    Path directory;

    private BoundaryHost host;
    private LayerManager manager;
    private LoadedModule module;
    private Object service;

    @BeforeEach
    void load() {
        host = BoundaryHost.create(directory);
        manager = BoundaryHost.manager(host.contract().build()).build();
        module = manager.load(host.module("chat", MEMBERS));
        service = host.service(module);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    @DisplayName("The same object of a module crosses as the same reference, and comes back as itself")
    void objectOfModule_isOneReference() throws Throwable {
        Object listener = call("listener");

        assertThat(call("listener")).isSameAs(listener);
        assertThat(call("any", listener)).isEqualTo("my own");
        assertThat(call("echo", listener)).isSameAs(listener);
    }

    @Test
    @DisplayName("The same object of the host crosses as the same reference, and comes back as itself")
    void objectOfHost_isOneReference() throws Throwable {
        Object listener = host.listener();
        call("take", listener);

        assertThat(call("any", listener)).isEqualTo("the one I took");
        assertThat(call("any", host.listener())).isEqualTo("unknown");
        assertThat(call("echo", listener)).isSameAs(listener);
    }

    @Test
    @DisplayName("Round trips that a module begins give it its objects back")
    void roundTripOfModule_givesItsObjectsBack() throws Throwable {
        List<Object> echoed = new CopyOnWriteArrayList<>();
        host.shopkeeper((method, argument) -> {
            if (argument != null) {
                echoed.add(argument);
            }
            return argument;
        });
        Object listener = host.listener();
        call("take", listener);

        assertThat(call("say", "echo")).isEqualTo("truetruetrue");
        assertThat(echoed).hasSize(2);
        assertThat(echoed.get(0)).isSameAs(call("listener"));
        assertThat(echoed.get(1)).isSameAs(listener);
    }

    @Test
    @DisplayName("equals, hashCode and toString of a reference are its own")
    void objectMethods_areTheReferencesOwn() throws Throwable {
        Object listener = call("listener");

        assertThat(listener)
                .isEqualTo(listener)
                .isNotEqualTo(service)
                .hasToString("reference to bot.Listener of chat#1");
        assertThat(listener.hashCode()).isEqualTo(System.identityHashCode(listener));
        call("take", host.listener());
        assertThat(call("say", "equal")).isEqualTo("true");
        assertThat(call("say", "name")).isEqualTo("reference to bot.Listener of the host");
    }

    @Test
    @DisplayName("G16 A provider that crosses is the stable reference to it, also after a reload")
    void provider_crossesAsItsStableReference() throws Throwable {
        assertThat(call("self")).isSameAs(service);
        assertThat(call("any", service)).isEqualTo("myself");

        assertThat(module.reload()).isClean();

        assertThat(call("self")).isSameAs(service);
        assertThat(call("any", service)).isEqualTo("myself");
    }

    @Test
    @DisplayName("However often an object goes to and fro, no reference to a reference is made")
    void roundTrips_makeNoTowers() throws Throwable {
        Object other = host.service(manager.load(host.module("other", MEMBERS)));
        Object ofModule = call("listener");
        Object ofHost = host.listener();

        Object first = ofModule;
        Object second = ofHost;
        for (int count = 0; count < 3; count++) {
            first = BoundaryHost.call(other, "echo", call("echo", first));
            second = BoundaryHost.call(other, "echo", call("echo", second));
        }

        assertThat(first).isSameAs(ofModule);
        assertThat(second).isSameAs(ofHost);
        assertThat(call("any", first)).isEqualTo("my own");
    }

    @Test
    @DisplayName("G17 A module is collected while another keeps its objects, which then take no calls")
    void objectOfModule_keptByAnother_pinsNeither() throws Throwable {
        LoadedModule another = manager.load(host.module("other", MEMBERS));
        Object other = host.service(another);
        BoundaryHost.call(other, "take", call("listener"));
        assertThat(BoundaryHost.call(other, "say", "call")).isEqualTo("ear heard chat");

        assertThat(module.unload()).isClean();

        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(() -> BoundaryHost.call(other, "say", "call"))
                .withMessage("Module 'chat#1' is unloaded or being unloaded;"
                        + " 'reference to bot.Listener of chat#1' takes no calls, let go of it");
        assertThat(another.unload()).isClean();
        Reference.reachabilityFence(other);
    }

    @Test
    @DisplayName("G16 A service of one module that the host hands to another follows reloads and pins nothing")
    void serviceOfModule_handedToAnother_followsReloads() throws Throwable {
        LoadedModule another = manager.load(host.module("other", CALLER));
        Object other = host.service(another);
        assertThat(BoundaryHost.call(other, "any", service)).isEqualTo("reference to bot.Service of the host");
        assertThat(BoundaryHost.call(other, "say", "name")).isEqualTo("unknown");

        assertThat(module.reload()).isClean();
        assertThat(BoundaryHost.call(other, "say", "name")).isEqualTo("unknown");
        assertThat(module.unload()).isClean();

        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(() -> BoundaryHost.call(other, "say", "name"))
                .withMessage("Module 'chat#2' was unloaded; load it again and ask for 'acme.Chat' anew");
        assertThat(another.unload()).isClean();
        Reference.reachabilityFence(other);
    }

    @Test
    @DisplayName("G17 A module that keeps objects of another is collected, and those go on")
    void keeperOfAnothersObject_isCollectedAndThatGoesOn() throws Throwable {
        Object listener = call("listener");
        LoadedModule another = manager.load(host.module("other", MEMBERS));
        Object other = host.service(another);
        BoundaryHost.call(other, "take", listener);
        Object kept = BoundaryHost.call(other, "listener");
        call("take", kept);
        assertThat(call("say", "call")).isEqualTo("ear heard chat");

        assertThat(another.unload()).isClean();

        assertThat(BoundaryHost.call(listener, "heard", "more")).isEqualTo("ear heard more");
        assertThatExceptionOfType(ModuleUnloadedException.class).isThrownBy(() -> call("say", "call"));
        assertThat(module.unload()).isClean();
        Reference.reachabilityFence(List.of(kept, listener, other));
    }

    private Object call(String method, Object... arguments) throws Throwable {
        return BoundaryHost.call(service, method, arguments);
    }
}
