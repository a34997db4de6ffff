package dev.layers.benchmarks.load;

import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.Plugin;
import dev.layers.benchmarks.systems.PluginJar;
import dev.layers.benchmarks.systems.PluginShape;
import dev.layers.benchmarks.systems.PluginSystem;
import java.nio.file.Path;

/** The first load of a JVM: starts a system, loads a plug-in, calls it, and prints how many microseconds that took. */
public final class FirstLoad {
    static final PluginShape SHAPE = PluginShape.of(5);

    private FirstLoad() {}

    /**
     * Loads and prints.
     *
     * @param arguments the system, the jar, and a directory for what the system stores
     */
    public static void main(String[] arguments) throws Exception {
        long begin = System.nanoTime();
        Path jar = Path.of(arguments[1]);
        PluginSystem system = contender(arguments[0]).start(jar.getParent(), Path.of(arguments[2]));
        Plugin plugin = system.load(new PluginJar(SHAPE, jar));
        String answer = plugin.call("text");
        long end = System.nanoTime();
        if (!answer.equals(SHAPE.answer())) {
            throw new IllegalStateException("'" + answer + "' was answered instead of '" + SHAPE.answer() + "'");
        }
        plugin.unload();
        system.close();
        System.out.println((end - begin) / 1000);
    }

    /** Does without {@code valueOf}, whose reflection is not for a bare layer to pay. */
    private static Contender contender(String name) {
        for (Contender contender : Contender.values()) {
            if (contender.name().equals(name)) {
                return contender;
            }
        }
        throw new IllegalArgumentException("No system '" + name + "'");
    }
}
