package dev.layers.guarantees;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A module in a layer that the JDK makes: shows whether a leak is one where Layers has no part in it. */
final class DroppedLayer {
    private DroppedLayer() {}

    /**
     * Loads module {@code chat}, creates its {@code acme.Chat}, calls that once and drops everything; returns whether it
     * outlives a layer that was dropped later.
     */
    static boolean outlivesItsDrop(TestHost host, Path jar) throws Exception {
        WeakReference<ModuleLayer> layer = callAndDrop(host, jar);
        WeakReference<ModuleLayer> later = drop(define(host, host.contractJar(), "bot.api"), "bot.api", "bot.Journal");
        Patience.until("the JVM collects a layer that nothing holds", () -> {
            System.gc();
            return later.refersTo(null);
        });
        System.gc();
        return !layer.refersTo(null);
    }

    /** Does the same with a module that nobody holds: waits until it is collected. */
    static void untilCollected(TestHost host, Path jar) throws Exception {
        Patience.untilCollected(List.of(callAndDrop(host, jar)));
    }

    @SuppressWarnings("unchecked")
    private static WeakReference<ModuleLayer> callAndDrop(TestHost host, Path jar) throws Exception {
        ModuleLayer.Controller controller = define(host, jar, "chat");
        Module module = controller.layer().findModule("chat").orElseThrow();
        controller.addExports(module, "acme", DroppedLayer.class.getModule());
        Object chat =
                module.getClassLoader().loadClass("acme.Chat").getConstructor().newInstance();
        ((UnaryOperator<String>) chat).apply("ping");
        return new WeakReference<>(controller.layer());
    }

    private static WeakReference<ModuleLayer> drop(ModuleLayer.Controller controller, String module, String type)
            throws ClassNotFoundException {
        controller.layer().findLoader(module).loadClass(type);
        return new WeakReference<>(controller.layer());
    }

    private static ModuleLayer.Controller define(TestHost host, Path jar, String module) {
        ModuleLayer parent = host.commandType().getModule().getLayer();
        Configuration configuration =
                parent.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of(module));
        return ModuleLayer.defineModulesWithOneLoader(
                configuration, List.of(parent), host.commandType().getClassLoader());
    }
}
