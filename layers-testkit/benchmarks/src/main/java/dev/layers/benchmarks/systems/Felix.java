package dev.layers.benchmarks.systems;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** Apache Felix, embedded; the activator of each bundle registers its operator. */
final class Felix implements PluginSystem {
    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

    private final Framework framework;
    private final List<Bundle> bundles = new ArrayList<>();

    Felix(Path cache) throws BundleException {
        // without the handlers for URLs: those set a factory that the JVM has only once
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        "felix.service.urlhandlers",
                        "false"));
        framework.start();
    }

    static ModuleSource source(PluginShape shape) {
        List<String> imports = new ArrayList<>(shape.requires());
        imports.add("org.osgi.framework");
        return filled(shape)
                .dependsOn(Framework.class)
                .manifest("Bundle-ManifestVersion", "2")
                .manifest("Bundle-SymbolicName", shape.name())
                .manifest("Bundle-Activator", shape.isStarted() ? shape.life() : shape.operator())
                .manifest("Export-Package", shape.name())
                .manifest("Import-Package", String.join(",", imports));
    }

    private static ModuleSource filled(PluginShape shape) {
        String activator = "org.osgi.framework.BundleActivator";
        if (!shape.isStarted()) {
            return shape.fill(
                    ModuleSource.plain(),
                    "",
                    ", " + activator,
                    "public void stop(org.osgi.framework.BundleContext context) {} " + starting("this", ""));
        }
        return shape.fill(ModuleSource.plain())
                .type("package " + shape.name() + "; public class Life implements " + activator
                        + " { static String state = \"\"; public void stop(org.osgi.framework.BundleContext context) {} "
                        + starting("new Operator()", "state = \"started\"; ") + "}");
    }

    private static String starting(String operator, String first) {
        return "public void start(org.osgi.framework.BundleContext context) { " + first
                + "context.registerService(java.util.function.UnaryOperator.class, " + operator + ", null); }";
    }

    @Override
    public List<UnaryOperator<String>> load(List<Plugin> plugins) throws BundleException {
        for (Plugin plugin : plugins) {
            bundles.add(framework
                    .getBundleContext()
                    .installBundle(plugin.jar().toUri().toString()));
        }
        List<UnaryOperator<String>> operators = new ArrayList<>();
        for (Bundle bundle : bundles) {
            bundle.start();
            operators.add(operator(bundle));
        }
        return operators;
    }

    @SuppressWarnings("unchecked")
    private UnaryOperator<String> operator(Bundle bundle) {
        ServiceReference<?> reference = bundle.getRegisteredServices()[0];
        return (UnaryOperator<String>) framework.getBundleContext().getService(reference);
    }

    /** Uninstalls all; what others were wired to is dropped by a refresh only. */
    @Override
    public void unload() throws BundleException, InterruptedException {
        for (int last = bundles.size() - 1; last >= 0; last--) {
            bundles.get(last).uninstall();
        }
        if (bundles.size() > 1) {
            refresh();
        }
        bundles.clear();
    }

    private void refresh() throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(null, event -> refreshed.countDown());
        if (!refreshed.await(MINUTE, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("No refresh within a minute");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            framework.stop();
            framework.waitForStop(MINUTE);
        } catch (BundleException failure) {
            throw new IOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
