package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.Weaving;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a module leaves in thread-locals of threads of the host, which live on. */
class ThreadLocalIT {
    /** Each call leaves an object of the module with the calling thread, and tells how many it has left there. */
    private static final String COUNTER = """
                Counter counter = COUNTER.get();
                counter.calls++;
                return text + " " + counter.calls;
            }
            static final ThreadLocal<Counter> COUNTER = ThreadLocal.withInitial(Counter::new);
            static final class Counter {
                int calls;
            """;

    @TempDir
    Path directory;

    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        pool.shutdown();
        host.close();
    }

    @Test
    @DisplayName("Control: without Layers, a module's object in a thread-local of a pool thread keeps the module")
    void bareLayer_valueOnPoolThread_isKept() throws Exception {
        Path jar = host.chat(COUNTER).toJar(directory.resolve("chat.jar"));

        boolean isKept =
                pool.submit(() -> DroppedLayer.outlivesItsDrop(host, jar)).get();

        assertThat(isKept).isTrue();
    }

    @Test
    @DisplayName("Control: as they are written, classes keep the module by their thread-locals")
    void unwoven_valueOnPoolThread_isRetained() throws Exception {
        Path jar = host.chat(COUNTER).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(LoadOptions.standard().weaving(Weaving.AS_WRITTEN), jar);
            onPool(module);

            assertThat(module.unload()).isReleased().isRetained();
        }
    }

    @Test
    @DisplayName("G32 Values in thread-locals of a live pool thread are cleared, and the module is collected")
    void valueOnPoolThread_isCleared() throws Exception {
        Path jar = host.chat(COUNTER).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            assertThat(onPool(module)).isEqualTo("ping 1");
            assertThat(onPool(module)).isEqualTo("ping 2");
            UnloadReport report = module.unload();

            assertThat(report.undone()).containsExactly("thread-locals: 1 value on 1 thread was cleared");
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G32 G34 A reload clears the values of the old generation alone, and begins anew")
    void reload_clearsTheOldGenerationAlone() throws Exception {
        Path jar = host.chat(COUNTER).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            onPool(module);
            onPool(module);
            UnloadReport first = module.reload();
            String after = onPool(module);
            UnloadReport second = module.unload();

            assertThat(after).isEqualTo("ping 1");
            assertThat(first).isClean();
            assertThat(second).isClean();
            assertThat(second.undone()).containsExactly("thread-locals: 1 value on 1 thread was cleared");
        }
    }

    @Test
    @DisplayName("G32 Subclasses, inheritable ones and objects inside JDK collections are cleared too")
    void otherKinds_areCleared() throws Exception {
        Path jar = host.chat("""
                        OWN.get();
                        INHERITED.set(new Chat());
                        LIST.set(java.util.List.of(new Chat()));
                        CLASS.set(Chat.class);
                        return String.valueOf(INHERITED.get() != null);
                    }
                    static final ThreadLocal<Object> OWN = new ThreadLocal<>() {
                        @Override protected Object initialValue() { return new Chat(); }
                    };
                    static final InheritableThreadLocal<Object> INHERITED = new InheritableThreadLocal<>();
                    static final ThreadLocal<Object> LIST = new ThreadLocal<>();
                    static final ThreadLocal<Object> CLASS = new ThreadLocal<>();
                    static {
                """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            assertThat(onPool(module)).isEqualTo("true");
            UnloadReport report = module.unload();

            assertThat(report.undone()).containsExactly("thread-locals: 2 values on 1 thread were cleared");
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G33 Values of the JDK in thread-locals are not reported")
    void valueOfTheJdk_isNotReported() throws Exception {
        Path jar = host.chat("""
                        TEXT.set(text);
                        return TEXT.get();
                    }
                    static final ThreadLocal<String> TEXT = new ThreadLocal<>();
                    static {
                """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            assertThat(onPool(module)).isEqualTo("ping");
            UnloadReport report = module.unload();

            assertThat(report.undone()).isEmpty();
            assertThat(report).isClean();
        }
    }

    private String onPool(LoadedModule module) throws Exception {
        var command = host.command(module);
        return pool.submit(() -> command.apply("ping")).get();
    }
}
