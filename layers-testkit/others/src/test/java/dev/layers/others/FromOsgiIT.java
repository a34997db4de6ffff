package dev.layers.others;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static dev.layers.testkit.LayersAssertions.assertUnloads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.ServiceTracker;

/** The same host in OSGi and in Layers, and both in one JVM. */
class FromOsgiIT {
    private final List<String> heard = new ArrayList<>();

    @TempDir
    private Path directory;

    private Framework framework;
    private BundleContext context;

    @BeforeEach
    void startFramework() throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", directory.resolve("cache").toString(),
                        "org.osgi.framework.system.packages.extra", "dev.layers.others",
                        "felix.service.urlhandlers", "false"));
        framework.start();
        context = framework.getBundleContext();
    }

    @AfterEach
    void stopFramework() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(TimeUnit.MINUTES.toMillis(1));
    }

    // @start region="theirs"
    private void greetWithOsgi(Path jar, Path newer) throws BundleException, IOException {
        ServiceTracker<Greeter, Greeter> greeters = new ServiceTracker<>(context, Greeter.class, null);
        greeters.open();
        Bundle chat = context.installBundle(jar.toUri().toString());
        chat.start();
        heard.add(greeters.getService().greet("Ada"));

        try (InputStream bytes = Files.newInputStream(newer)) {
            chat.update(bytes);
        }
        heard.add(greeters.getService().greet("Ada")); // another object: ask the tracker each time

        greeters.close();
        chat.uninstall();
    }
    // @end

    // @start region="ours"
    private UnloadReport greetWithLayers(Path jar, Path newer) throws IOException {
        ServiceContract contract =
                ServiceContract.builder().provides(Greeter.class).build();
        CollectionPolicy requesting = CollectionPolicy.request(Duration.ofSeconds(20));
        try (LayerManager manager =
                LayerManager.builder(contract).collecting(requesting).build()) {
            LoadedModule chat = manager.load(jar);
            Greeter greeter = chat.service(Greeter.class);
            heard.add(greeter.greet("Ada"));

            Files.write(jar, Files.readAllBytes(newer));
            chat.reload();
            heard.add(greeter.greet("Ada")); // the same reference

            UnloadReport report = chat.unload();
            report.verdict().join();
            return report;
        }
    }
    // @end

    @Test
    void theirs_greetsWithBothVersions() throws BundleException, IOException {
        greetWithOsgi(bundle("Hello"), bundle("Hi"));

        assertThat(heard).containsExactly("Hello Ada", "Hi Ada");
    }

    @Test
    void ours_greetsWithBothVersionsAndUnloadsClean() throws IOException {
        UnloadReport report = greetWithLayers(module("Hello"), module("Hi"));

        assertThat(heard).containsExactly("Hello Ada", "Hi Ada");
        assertThat(report).isClean();
    }

    @Test
    void both_runSideBySide() throws Exception {
        assertUnloads(() -> {
            Bundle bundle = context.installBundle(bundle("Hello").toUri().toString());
            bundle.start();
            heard.add(context.getService(context.getServiceReference(Greeter.class))
                    .greet("bundle"));
            assertThat(greetWithLayers(module("Hello"), module("Hi"))).isClean();
            ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
            bundle.uninstall();
            return loader;
        });

        assertThat(heard).containsExactly("Hello bundle", "Hello Ada", "Hi Ada");
    }

    private Path bundle(String word) {
        return ShownPlugins.bundle(directory.resolve("bundle-" + word + ".jar"), word);
    }

    private Path module(String word) {
        return ShownPlugins.layers(directory.resolve("chat-" + word + ".jar"), word);
    }
}
