package dev.layers.others;

import static dev.layers.testkit.LayersAssertions.assertUnloads;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unloads of plug-ins in class loaders that the host makes itself. */
class UrlClassLoaderIT {
    // @start region="running-thread-message"
    private static final String THREAD_RUNS = """
            Expected all that the body dropped to be COLLECTED but was:
              RETAINED, outlived {} collections in {} s
                still there: class loader (java.net.URLClassLoader)
                held by: thread 'greeter' runs; its task is a lambda of acme.Hello
                  to do: end that thread when the module is unloaded: interrupt it, and have its code return
                  from thread 'greeter'
                    java.lang.Thread 'greeter' .target
                    acme.Hello$$Lambda <class>
                    class acme.Hello$$Lambda <loader>
                    java.net.URLClassLoader""";
    // @end

    @TempDir
    private Path plugins;

    private Path jar;

    @BeforeEach
    void writePlugin() {
        jar = GreeterPlugin.write(plugins);
    }

    @AfterEach
    void endThreads() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("greeter"))
                .forEach(Thread::interrupt);
    }

    // @start region="unloaded"
    @Test
    void closedLoader_isCollected() throws IOException {
        assertUnloads(() -> {
            URLClassLoader loader = new URLClassLoader(
                    new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
            try (loader) {
                ServiceLoader.load(Greeter.class, loader).forEach(greeter -> greeter.greet("Ada"));
            }
            return loader;
        });
    }
    // @end

    @Test
    void provider_isCalled() throws IOException {
        try (URLClassLoader loader = loader()) {
            assertThat(ServiceLoader.load(Greeter.class, loader)
                            .findFirst()
                            .orElseThrow()
                            .greet("Ada"))
                    .isEqualTo("Hello Ada");
        }
    }

    // @start region="running-thread"
    private void leaveThread() throws IOException {
        assertUnloads(() -> {
            URLClassLoader loader = new URLClassLoader(
                    new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
            try (loader) {
                // starts a thread that nobody ends
                ServiceLoader.load(Greeter.class, loader).forEach(greeter -> greeter.greet("all"));
            }
            return loader;
        });
    }
    // @end

    @Test
    void runningThread_holdsTheLoader() {
        String failure = Failure.of(this::leaveThread);

        // from JDK 19 on a thread has its task in an object of its own;
        // up to JDK 23 the thread holds it on a second path, from the stack that it was created on
        assertThat(failure.replace(".holder\n        java.lang.Thread$FieldHolder .task", ".target"))
                .startsWith(THREAD_RUNS);
    }

    @Test
    void unclosedLoader_isCollectedAndItsJarClosed() throws Exception {
        assertUnloads(() -> {
            URLClassLoader loader = loader();
            loader.loadClass("acme.Hello");
            assertThat(OpenFiles.below(plugins)).isEqualTo(1);
            return loader;
        });

        OpenFiles.awaitNoneBelow(plugins);
    }

    @Test
    void closedLoader_leavesItsJarClosed() throws IOException, ClassNotFoundException {
        try (URLClassLoader loader = loader()) {
            loader.loadClass("acme.Hello");
            assertThat(OpenFiles.below(plugins)).isEqualTo(1);
        }

        assertThat(OpenFiles.below(plugins)).isZero();
    }

    @Test
    void resourceReadByUrl_leavesTheJarOpen() throws IOException {
        try (URLClassLoader loader = loader();
                InputStream stream = loader.getResource("acme/Hello.class").openStream()) {
            assertThat(stream.readAllBytes()).isNotEmpty();
        }

        assertThat(OpenFiles.below(plugins)).isEqualTo(1);
    }

    private URLClassLoader loader() throws MalformedURLException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    }
}
