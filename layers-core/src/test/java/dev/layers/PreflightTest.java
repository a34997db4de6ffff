package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.fixture.TestJar;
import dev.layers.preflight.Finding;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    private static final String CHAT = """
            package acme.chat;
            public class Chat implements Runnable, java.util.function.Supplier<Object> {
                public void run() {}
                public Object get() { return "chat"; }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void findingsOfOneStage_areToldTogether() throws Exception {
        Path chat = chat("provides java.util.function.Supplier with acme.chat.Chat;");
        Path copy = TestJar.empty()
                .source("module acme.copy { }", CHAT)
                .entry("acme/copy.so", "")
                .writeTo(directory.resolve("copy.jar"));

        PreflightReport report = check(
                ServiceContract.builder()
                        .provides(Runnable.class)
                        .provides(Supplier.class)
                        .refuseNativeCode(),
                chat,
                copy);

        assertThat(report.module()).hasValue("acme.chat");
        assertThat(report.findings())
                .extracting(finding -> finding.rule())
                .containsExactly(Rule.PACKAGE_SPLIT, Rule.PROVIDER_MISSING, Rule.NATIVE_BUNDLED);
        assertThat(report.findings().get(0).where()).isEqualTo(copy + ": module 'acme.copy'");
        assertThat(report.findings().get(0).found())
                .isEqualTo("both 'chat.jar' and 'copy.jar' contain package 'acme.chat'");
    }

    @Test
    void optionalService_mayBeLeftOut() throws Exception {
        Path chat = chat("provides java.util.function.Supplier with acme.chat.Chat;");
        ServiceContract.Builder contract = ServiceContract.builder()
                .provides(Runnable.class, Cardinality.OPTIONAL)
                .provides(Supplier.class, Cardinality.ONE);

        assertThat(check(contract, chat).findings()).isEmpty();
    }

    @Test
    void moduleWithALifecycleAlone_isLoadedWhereEverythingIsOptional() throws Exception {
        byte[] compiled = TestJar.empty()
                .source(
                        "package dev.layers.module; public interface ModuleLifecycle {}",
                        "package acme.life; public class Life implements dev.layers.module.ModuleLifecycle {}")
                .entry("acme/life/Life.class");
        Path life = TestJar.empty()
                .entry("acme/life/Life.class", compiled)
                .entry("META-INF/services/dev.layers.module.ModuleLifecycle", "acme.life.Life")
                .manifest("Automatic-Module-Name: acme.life")
                .writeTo(directory.resolve("life.jar"));

        try (LayerManager manager = manager(ServiceContract.builder().provides(Runnable.class, Cardinality.OPTIONAL))) {
            assertThat(manager.load(life).name()).isEqualTo("acme.life");
        }
    }

    @Test
    void directoryWithoutProvider_isRefused() throws Exception {
        Path plugins = Files.createDirectory(directory.resolve("plugins"));
        Files.move(chat(""), plugins.resolve("chat.jar"));
        TestJar.empty().source("module acme.empty { }").writeTo(plugins.resolve("empty.jar"));

        try (LayerManager manager = manager(ServiceContract.builder().provides(Runnable.class))) {
            assertThatExceptionOfType(PreflightException.class)
                    .isThrownBy(() -> manager.load(plugins))
                    .withMessageContaining("L050 " + plugins + ": no module with a provider;"
                            + " wanted a provider of 'java.lang.Runnable'");
        }
    }

    @Test
    void nameOfALoadedModule_isNoted() throws Exception {
        Path chat = chat("provides java.lang.Runnable with acme.chat.Chat;");
        Path copy = Files.copy(chat, directory.resolve("copy.jar"));

        try (LayerManager manager = manager(ServiceContract.builder().provides(Runnable.class))) {
            assertThat(manager.check(copy).findings()).isEmpty();

            LoadedModule loaded = manager.load(chat);
            PreflightReport report = manager.check(copy);
            assertThat(report.isAccepted()).isTrue();
            assertThat(report.findings())
                    .extracting(Finding::text)
                    .containsExactly("L033 " + copy + ": module 'acme.chat': 'acme.chat#1' from " + chat
                            + " is loaded; wanted a name that is free, for a load; reload that module if it came from"
                            + " the same path, or unload it first");

            loaded.unload();
            assertThat(manager.check(copy).findings()).isEmpty();
        }
    }

    private Path chat(String directives) throws Exception {
        return TestJar.empty()
                .source("module acme.chat { " + directives + " }", CHAT)
                .writeTo(directory.resolve("chat.jar"));
    }

    private static PreflightReport check(ServiceContract.Builder contract, Path artifact, Path... libraries) {
        try (LayerManager manager = manager(contract)) {
            return manager.check(artifact, libraries);
        }
    }

    private static LayerManager manager(ServiceContract.Builder contract) {
        return LayerManager.builder(contract.build()).build();
    }
}
