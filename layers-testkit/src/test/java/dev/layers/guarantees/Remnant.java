package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.Weaving;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Something that a module leaves with the JVM.
 *
 * @param requires the modules of the JDK that it takes
 * @param code the statements that leave it
 * @param members what else {@code acme.Chat} has
 * @param undone what the report says of it
 * @param removal how the test takes it back where Layers has no part in it
 */
record Remnant(String requires, String code, String members, List<String> undone, Removal removal) {
    /** Takes back what a layer of the JDK's making has left. */
    interface Removal {
        /** Takes it back. */
        void run() throws Exception;
    }

    /** Returns a row of a table of them. */
    Arguments named(String name) {
        return Arguments.of(name, this);
    }

    /** Returns the module that leaves it. */
    Path toJar(TestHost host, Path directory) {
        ModuleSource source = ModuleSource.module("module chat { requires bot.api; " + requires
                + " exports acme; provides bot.Command with acme.Chat; }");
        return source.type("package acme; public class Chat implements bot.Command { public String apply(String text) {"
                        + " try { " + code
                        + " } catch (Exception failure) { throw new IllegalStateException(failure); }"
                        + " return text; } " + members + " }")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve("chat.jar"));
    }

    /** Asserts that it holds its module where nobody looks after it. */
    void assertHolds(TestHost host, Path jar) throws Exception {
        try {
            assertThat(DroppedLayer.outlivesItsDrop(host, jar))
                    .as("held without Layers")
                    .isTrue();
        } finally {
            removal.run();
        }
    }

    /** Loads the module, calls it once and unloads it. */
    static UnloadReport callAndUnload(TestHost host, Path jar, Weaving weaving) {
        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(LoadOptions.standard().weaving(weaving), jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();
            report.verdict().orTimeout(1, TimeUnit.MINUTES).join();
            return report;
        }
    }
}
