package dev.layers.guarantees;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Module {@code chat} in a layer of the JDK's own making: what happens where Layers does not look after it. */
record BareLayer(ClassLoader loader) {
    static BareLayer of(TestHost host, Path jar) {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration()
                .resolve(ModuleFinder.of(host.contractJar(), jar), ModuleFinder.of(), Set.of("chat"));
        return new BareLayer(boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader())
                .findLoader("chat"));
    }

    /** Returns a new {@code acme.Chat}, whose package the module must export. */
    @SuppressWarnings("unchecked")
    UnaryOperator<String> command() throws ReflectiveOperationException {
        return (UnaryOperator<String>)
                loader.loadClass("acme.Chat").getConstructor().newInstance();
    }

    /** Requests collections until {@code dropped} is gone; returns whether it is. */
    static boolean isCollected(WeakReference<?> dropped) {
        for (int request = 0; request < 60 && !dropped.refersTo(null); request++) {
            System.gc();
        }
        return dropped.refersTo(null);
    }
}
