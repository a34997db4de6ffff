package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.Weaving;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Woven code behaves as it is written, and whoever does not want it can have it as it is written. */
class WeavingIT {
    /** Answers with what it came to, and with the first line of the module in the trace of what was thrown. */
    private static final String BODY = """
            StringBuilder said = new StringBuilder();
            ThreadLocal<String> local = ThreadLocal.withInitial(() -> "a");
            said.append(local.get());
            local.set("b");
            said.append(local.get());
            local.remove();
            said.append(local.get());
            Thread thread = new Thread(() -> said.append("c"), "acme-short");
            thread.start();
            try {
                thread.join();
                var pool = java.util.concurrent.Executors.newSingleThreadExecutor();
                said.append(pool.submit(() -> "d").get());
                pool.shutdown();
                System.load("nowhere");
            } catch (UnsatisfiedLinkError refused) {
                StackTraceElement[] trace = refused.getStackTrace();
                for (StackTraceElement element : trace) {
                    if (element.getClassName().startsWith("acme")) {
                        return said + " " + element.getFileName() + ":" + element.getLineNumber() + " " + refused.getMessage();
                    }
                }
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
            return said.toString();
            """;

    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Code does the same in the same lines, woven or as it is written")
    void code_doesTheSame(Weaving weaving) throws Exception {
        Path jar = host.chat(BODY).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(LoadOptions.standard().weaving(weaving), jar);
            String answer = host.command(module).apply("ping");

            assertThat(answer).isEqualTo("abacd Chat.java:15 Expecting an absolute path of the library: nowhere");
            assertThat(module.unload()).isClean();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("The choice holds for the libraries of a module and after a reload; the digest is that of the file")
    void choice_isThatOfTheWholeModule(Weaving weaving) throws Exception {
        Path chat = chat();
        Path library = library();

        try (LayerManager manager = host.manager().build()) {
            String digest = manager.check(chat, library).origin().digest();
            LoadedModule module = manager.load(LoadOptions.standard().weaving(weaving), chat, library);
            for (int generation = 1; generation < 3; generation++) {
                Path file = NativeFile.copyTo(Files.createDirectory(directory.resolve("of" + generation)));
                String note = "native: '" + file + "' stays loaded until the generation is collected";
                String answer = host.command(module).apply(file.toString());
                UnloadReport report = generation == 1 ? module.reload() : module.unload();

                assertThat(answer).isEqualTo(weaving == Weaving.AS_WRITTEN ? "written" : "woven");
                assertThat(report).isClean();
                assertThat(report.notes()).isEqualTo(weaving == Weaving.WOVEN ? List.of(note) : List.of());
                assertThat(report.origin().digest()).isEqualTo(digest);
            }
        }
    }

    /** Loads a file in its library; answers whether classes of both extend what they are written to. */
    private Path chat() {
        return ModuleSource.module(
                        "module chat { requires bot.api; requires acme.library; provides bot.Command with acme.Chat; }")
                .type("""
                        package acme;
                        public class Chat extends ThreadLocal<String> implements bot.Command {
                            public String apply(String text) {
                                library.Native.load(text);
                                boolean written = Chat.class.getSuperclass() == ThreadLocal.class
                                        && library.Native.class.getSuperclass() == ThreadLocal.class;
                                return written ? "written" : "woven";
                            }
                        }
                        """)
                .dependsOn(host.contractJar(), library())
                .toJar(directory.resolve("chat.jar"));
    }

    private Path library() {
        return ModuleSource.module("module acme.library { exports library; }")
                .type("""
                        package library;
                        public class Native extends ThreadLocal<String> {
                            public static void load(String file) { System.load(file); }
                        }
                        """)
                .toJar(directory.resolve("library.jar"));
    }
}
