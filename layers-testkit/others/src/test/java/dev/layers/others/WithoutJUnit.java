package dev.layers.others;

import dev.layers.CollectionPolicy;
import dev.layers.ExplanationPolicy;
import dev.layers.UnloadProbe;
import dev.layers.Verdict;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;

/** A program that says whether the JVM lets a plug-in go. */
final class WithoutJUnit {
    private WithoutJUnit() {}

    // @start region="main"
    public static void main(String[] arguments) throws Exception {
        WeakReference<ClassLoader> loader = greet(Path.of(arguments[0]), arguments[1]);
        try (UnloadProbe probe =
                UnloadProbe.of(CollectionPolicy.request(Duration.ofSeconds(10)), ExplanationPolicy.heapDump())) {
            Verdict verdict = probe.watch(loader).get();
            System.out.println(verdict);
            if (verdict instanceof Verdict.Retained retained) {
                System.out.println(retained.retention().text());
            }
        }
    }

    /** A method of its own: none of its variables holds the loader when it has returned. */
    private static WeakReference<ClassLoader> greet(Path jar, String name) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            ServiceLoader.load(Greeter.class, loader).forEach(greeter -> greeter.greet(name));
            return new WeakReference<>(loader);
        }
    }
    // @end
}
