package dev.layers.benchmarks.load;

import dev.layers.benchmarks.systems.Contender;
import dev.layers.benchmarks.systems.Plugin;
import dev.layers.benchmarks.systems.PluginSystem;
import java.nio.file.Path;
import java.util.List;

/** The first load of a JVM: starts a system, loads a plug-in, calls it, and prints how many microseconds that took. */
public final class FirstLoad {
    private FirstLoad() {}

    /**
     * Loads and prints.
     *
     * @param arguments the system, the jar, and a directory for what the system stores
     */
    public static void main(String[] arguments) throws Exception {
        Contender contender = Contender.valueOf(arguments[0]);
        Path jar = Path.of(arguments[1]);
        Work work = Work.SMALL;
        List<Plugin> plugins = List.of(new Plugin(work.shapes().get(0), jar));
        long begin = System.nanoTime();
        PluginSystem system = contender.open(jar.getParent(), Path.of(arguments[2]));
        List<String> answers = Work.perform(system, plugins);
        long end = System.nanoTime();
        work.check(answers);
        system.unload();
        system.close();
        System.out.println((end - begin) / 1000);
    }
}
