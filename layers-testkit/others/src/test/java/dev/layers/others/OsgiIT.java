package dev.layers.others;

import static dev.layers.testkit.LayersAssertions.assertUnloads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Unloads of OSGi bundles, in an embedded Apache Felix. */
class OsgiIT {
    private static final List<Greeter> GREETERS = new ArrayList<>();

    // @start region="kept-service-message"
    private static final String SERVICE_KEPT = """
            Expected all that the body dropped to be COLLECTED but was:
              RETAINED, outlived {} collections in {} s
                still there: class loader (org.apache.felix.framework.BundleWiringImpl$BundleClassLoader)
                held by: static field dev.layers.others.OsgiIT.GREETERS keeps acme.Hello at [0]
                  to do: remove it there when the module is unloaded
                  from static field dev.layers.others.OsgiIT.GREETERS
                    class dev.layers.others.OsgiIT .GREETERS
                    java.util.ArrayList .elementData
                    java.lang.Object[] [0]
                    acme.Hello <class>
                    class acme.Hello <loader>
                    org.apache.felix.framework.BundleWiringImpl$BundleClassLoader""";
    // @end

    @TempDir
    private Path directory;

    private Framework framework;
    private BundleContext context;

    @BeforeEach
    void startFramework() throws BundleException {
        // without the handlers for URLs: those set a factory that the JVM has only once
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", cache().toString(),
                        "org.osgi.framework.system.packages.extra", "dev.layers.others",
                        "felix.service.urlhandlers", "false"));
        framework.start();
        context = framework.getBundleContext();
        chat();
    }

    @AfterEach
    void stopFramework() throws BundleException, InterruptedException {
        GREETERS.clear();
        framework.stop();
        framework.waitForStop(TimeUnit.MINUTES.toMillis(1));
    }

    // @start region="unloaded"
    @Test
    void uninstalledBundle_isCollected() throws BundleException {
        assertUnloads(() -> {
            Bundle bundle = context.installBundle("file:" + directory.resolve("chat.jar"));
            bundle.start();
            ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
            ServiceReference<Greeter> reference = context.getServiceReference(Greeter.class);
            context.getService(reference).greet("Ada");
            context.ungetService(reference);
            bundle.uninstall();
            return loader;
        });
    }
    // @end

    @Test
    void service_isCalled() throws BundleException {
        install("chat").start();

        assertThat(context.getService(context.getServiceReference(Greeter.class))
                        .greet("Ada"))
                .isEqualTo("Hello Ada");
    }

    // @start region="kept-service"
    private void keepService() throws BundleException {
        assertUnloads(() -> {
            Bundle bundle = context.installBundle("file:" + directory.resolve("chat.jar"));
            bundle.start();
            ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
            // a static list of the host
            GREETERS.add(context.getService(context.getServiceReference(Greeter.class)));
            bundle.uninstall();
            return loader;
        });
    }
    // @end

    @Test
    void keptService_holdsTheBundle() {
        String failure = Failure.of(this::keepService);

        assertThat(failure).isEqualTo(SERVICE_KEPT);
    }

    @Test
    void bundleInUse_isHeldUntilARefresh() {
        user();

        String failure = Failure.of(() -> assertUnloads(() -> uninstallInUse()));

        assertThat(failure).contains("org.apache.felix.framework.Felix .");
    }

    // @start region="refreshed"
    @Test
    void bundleInUse_isCollectedAfterARefresh() throws Exception {
        user();

        assertUnloads(() -> {
            ClassLoader loader = uninstallInUse();
            refresh();
            return loader;
        });
    }

    private void refresh() throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(null, event -> refreshed.countDown());
        refreshed.await();
    }
    // @end

    @Test
    void stoppedBundle_isHeldUntilItIsUninstalled() {
        String failure = Failure.of(() -> assertUnloads(() -> {
            Bundle bundle = install("chat");
            bundle.start();
            bundle.stop();
            return bundle.adapt(BundleWiring.class).getClassLoader();
        }));

        assertThat(failure).contains("org.apache.felix.framework.Felix .");
    }

    @Test
    void keptBundle_doesNotHoldItsLoader() throws BundleException {
        List<Bundle> kept = new ArrayList<>();

        assertUnloads(() -> {
            Bundle bundle = install("chat");
            bundle.start();
            ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
            bundle.uninstall();
            kept.add(bundle);
            return loader;
        });

        assertThat(kept)
                .singleElement()
                .satisfies(bundle -> assertThat(bundle.getState()).isEqualTo(Bundle.UNINSTALLED));
    }

    @Test
    void uninstalledBundle_leavesNothingInTheCache() throws BundleException, IOException {
        Bundle bundle = install("chat");
        bundle.start();
        assertThat(cache().resolve("bundle1/version0.0/bundle.jar")).exists();
        assertThat(OpenFiles.below(cache())).isEqualTo(2);

        bundle.uninstall();

        assertThat(cache().resolve("bundle1")).doesNotExist();
        assertThat(OpenFiles.below(cache())).as("cache.lock alone").isEqualTo(1);
    }

    @Test
    void updatedBundleInUse_leavesTheFormerJarOpenUntilARefresh() throws Exception {
        user();
        Bundle bundle = install("chat");
        install("user").loadClass("user.User");

        bundle.update();

        assertThat(cache().resolve("bundle1/version0.0/bundle.jar")).exists();
        assertThat(OpenFiles.below(cache().resolve("bundle1"))).isEqualTo(2);
        refresh();
        assertThat(cache().resolve("bundle1/version0.0")).doesNotExist();
        assertThat(OpenFiles.below(cache().resolve("bundle1"))).isEqualTo(1);
    }

    @Test
    void resourceReadByUrl_leavesNothingOpen() throws BundleException, IOException {
        Bundle bundle = install("chat");
        bundle.start();
        try (InputStream stream = bundle.getResource("META-INF/MANIFEST.MF").openStream()) {
            assertThat(stream.readAllBytes()).isNotEmpty();
        }

        bundle.uninstall();

        assertThat(OpenFiles.below(cache())).as("cache.lock alone").isEqualTo(1);
    }

    private ClassLoader uninstallInUse() throws BundleException, ClassNotFoundException {
        Bundle bundle = install("chat");
        install("user").loadClass("user.User");
        ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
        bundle.uninstall();
        return loader;
    }

    private Bundle install(String name) throws BundleException {
        return context.installBundle("file:" + directory.resolve(name + ".jar"));
    }

    private Path cache() {
        return directory.resolve("cache");
    }

    private void chat() {
        ModuleSource.plain()
                .type("""
                        package acme;

                        import dev.layers.others.Greeter;
                        import org.osgi.framework.BundleActivator;
                        import org.osgi.framework.BundleContext;

                        public class Hello implements BundleActivator, Greeter {
                            @Override
                            public void start(BundleContext context) {
                                context.registerService(Greeter.class, this, null);
                            }

                            @Override
                            public void stop(BundleContext context) {}

                            @Override
                            public String greet(String name) {
                                return "Hello " + name;
                            }
                        }
                        """)
                .manifest("Bundle-ManifestVersion", "2")
                .manifest("Bundle-SymbolicName", "chat")
                .manifest("Bundle-Activator", "acme.Hello")
                .manifest("Export-Package", "acme")
                .manifest("Import-Package", "dev.layers.others,org.osgi.framework")
                .dependsOn(Libraries.of(Framework.class), Libraries.of(Greeter.class))
                .toJar(directory.resolve("chat.jar"));
    }

    private void user() {
        ModuleSource.plain()
                .type("package user; public class User extends acme.Hello {}")
                .manifest("Bundle-ManifestVersion", "2")
                .manifest("Bundle-SymbolicName", "user")
                .manifest("Import-Package", "acme,dev.layers.others,org.osgi.framework")
                .dependsOn(Libraries.of(Framework.class), Libraries.of(Greeter.class), directory.resolve("chat.jar"))
                .toJar(directory.resolve("user.jar"));
    }
}
