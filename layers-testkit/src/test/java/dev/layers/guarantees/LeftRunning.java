package dev.layers.guarantees;

import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.StepReport;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import dev.layers.UnloadStep;
import dev.layers.Weaving;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What becomes of a module whose command is called once and leaves something running. */
final class LeftRunning {
    private static final UnloadPolicy SHORT = UnloadPolicy.standard().threadsFor(Duration.ofSeconds(2));

    private final TestHost host;
    private final Path directory;
    private final int release;

    LeftRunning(TestHost host, Path directory) {
        this(host, directory, 17);
    }

    private LeftRunning(TestHost host, Path directory, int release) {
        this.host = host;
        this.directory = directory;
        this.release = release;
    }

    /** Returns one whose modules are compiled for another Java release. */
    LeftRunning release(int other) {
        return new LeftRunning(host, directory, other);
    }

    /** Returns whether, without Layers, a module with this body of its command outlives its drop. */
    boolean leaks(String body) throws Exception {
        return DroppedLayer.outlivesItsDrop(host, jar("bare", body));
    }

    UnloadReport unload(String body) throws Exception {
        return unload(body, SHORT, Weaving.WOVEN);
    }

    UnloadReport unload(String body, UnloadPolicy policy) throws Exception {
        return unload(body, policy, Weaving.WOVEN);
    }

    UnloadReport unload(String body, UnloadPolicy policy, Weaving weaving) throws Exception {
        return unload(jar("chat", body), policy, weaving);
    }

    /** Unloads a module that requires one of the JDK's besides. */
    UnloadReport unloadRequiring(String required, String body) throws Exception {
        Path jar = ModuleSource.module("module chat { requires bot.api; requires " + required
                        + "; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command { public String apply(String text) { "
                        + guarded(body) + " } }")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve("chat.jar"));
        return unload(jar, SHORT, Weaving.WOVEN);
    }

    private UnloadReport unload(Path jar, UnloadPolicy policy, Weaving weaving) {
        try (LayerManager manager = host.manager().unloading(policy).build()) {
            LoadedModule module = manager.load(LoadOptions.standard().weaving(weaving), jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();
            // a manager that is closed waits for no verdict
            report.verdict().orTimeout(1, TimeUnit.MINUTES).join();
            return report;
        }
    }

    static List<String> undone(UnloadReport report) {
        return report.steps().stream().flatMap(step -> step.undone().stream()).toList();
    }

    static Duration took(UnloadReport report, UnloadStep wanted) {
        return report.steps().stream()
                .filter(step -> step.step() == wanted)
                .map(StepReport::took)
                .findFirst()
                .orElseThrow();
    }

    private Path jar(String name, String body) throws IOException {
        // no two calls may share a jar: the JDK keeps those of bare layers open
        Path own = Files.createTempDirectory(directory, name);
        return host.chat(guarded(body)).release(release).toJar(own.resolve("chat.jar"));
    }

    private static String guarded(String body) {
        return "try {" + body + "} catch (Exception impossible) { throw new IllegalStateException(impossible); }"
                + " return text;";
    }
}
