package dev.layers.benchmarks.systems;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** Apache Felix, embedded; the activator of each bundle registers its operator. */
final class Felix implements PluginSystem {
    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

    private final Framework framework;

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
    public List<Plugin> load(List<PluginJar> jars) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (PluginJar jar : jars) {
            bundles.add(framework
                    .getBundleContext()
                    .installBundle(jar.file().toUri().toString()));
        }
        List<Plugin> plugins = new ArrayList<>();
        for (Bundle bundle : bundles) {
            bundle.start();
            plugins.add(registered(bundle));
        }
        return plugins;
    }

    @SuppressWarnings("unchecked")
    private Plugin registered(Bundle bundle) {
        BundleContext host = framework.getBundleContext();
        ServiceReference<?> service = bundle.getRegisteredServices()[0];
        return new Registered(host, bundle, service, (UnaryOperator<String>) host.getService(service));
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

    /** One whose service is in the registry. */
    private static final class Registered extends HeldPlugin implements AskedPlugin {
        private final BundleContext host;
        private final Bundle bundle;
        private final ServiceReference<?> service;

        Registered(BundleContext host, Bundle bundle, ServiceReference<?> service, UnaryOperator<String> operator) {
            super(operator);
            this.host = host;
            this.bundle = bundle;
            this.service = service;
        }

        @Override
        public Object lookUp() {
            Object found = host.getService(service);
            host.ungetService(service);
            return found;
        }

        @Override
        void release() throws BundleException {
            bundle.uninstall();
        }
    }
}
