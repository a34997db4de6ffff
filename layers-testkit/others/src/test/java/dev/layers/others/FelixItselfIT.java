package dev.layers.others;

import static dev.layers.testkit.LayersAssertions.assertUnloads;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.launch.Framework;

/** Unloads of Felix itself, by a host that has put it into a class loader of its own. */
class FelixItselfIT {
    @TempDir
    private Path cache;

    @AfterEach
    void endThreads() {
        resolverThreads().forEach(Thread::interrupt);
    }

    @Test
    void stoppedFramework_isHeldByItsResolverThreads() {
        String failure = Failure.of(() -> assertUnloads(() -> startAndStop("2")));

        assertThat(failure).contains("from thread 'FelixResolver-1'");
    }

    @Test
    void stoppedFrameworkWithoutResolverThreads_isCollected() throws Exception {
        assertUnloads(() -> startAndStop("1"));
    }

    private ClassLoader startAndStop(String resolvers) throws Exception {
        URL felix = Libraries.of(Framework.class).toUri().toURL();
        URLClassLoader loader = new URLClassLoader(new URL[] {felix}, ClassLoader.getPlatformClassLoader());
        try (loader) {
            Class<?> type = loader.loadClass("org.osgi.framework.launch.Framework");
            Object framework = framework(loader, resolvers);
            type.getMethod("start").invoke(framework);
            type.getMethod("stop").invoke(framework);
            type.getMethod("waitForStop", long.class).invoke(framework, TimeUnit.MINUTES.toMillis(1));
        }
        return loader;
    }

    private Object framework(ClassLoader loader, String resolvers) throws ReflectiveOperationException {
        Class<?> factory = loader.loadClass("org.apache.felix.framework.FrameworkFactory");
        return factory.getMethod("newFramework", Map.class)
                .invoke(
                        factory.getConstructor().newInstance(),
                        Map.of(
                                "org.osgi.framework.storage",
                                cache.resolve("bundles").toString(),
                                "felix.resolver.parallelism",
                                resolvers));
    }

    private static List<Thread> resolverThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("FelixResolver-"))
                .toList();
    }
}
