package dev.layers.benchmarks.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** Bundles of an embedded Felix, whose activators register a service. */
final class FelixBundles implements PluginSystem {
    private final Framework framework;

    FelixBundles() throws BundleException, IOException {
        // without the handlers for URLs: those set a factory that the JVM has only once
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        Files.createTempDirectory("layers-felix").toString(),
                        "felix.service.urlhandlers",
                        "false"));
        framework.start();
    }

    @Override
    public Plugin load(PluginJar jar) throws Exception {
        BundleContext context = framework.getBundleContext();
        Bundle bundle = context.installBundle(jar.bundle().toUri().toString());
        bundle.start();
        ServiceReference<?> service = bundle.getRegisteredServices()[0];
        return new Operator(() -> lookUp(context, service), bundle::uninstall);
    }

    private static Object lookUp(BundleContext context, ServiceReference<?> reference) {
        Object service = context.getService(reference);
        context.ungetService(reference);
        return service;
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(TimeUnit.MINUTES.toMillis(1));
        } catch (BundleException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
