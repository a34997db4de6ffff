package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.TrustPolicy;
import dev.layers.preflight.Finding;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the host does not trust is neither looked at nor run. */
class TrustIT {
    @TempDir
    Path directory;

    private final List<LayerEvent> events = new CopyOnWriteArrayList<>();
    private TestHost host;
    private Path jar;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        jar = host.chat("return \"good \" + text;").toJar(directory.resolve("chat.jar"));
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @Test
    @DisplayName("A jar of a trusted digest loads; one with another byte is refused, on reload too")
    void digest_decides() throws Exception {
        try (LayerManager manager = manager(TrustPolicy.digests(sha256(jar)))) {
            LoadedModule module = manager.load(jar);
            host.chat("return \"bad \" + text;").toJar(jar);

            Finding error = Refusal.of(module::reload);

            assertThat(error.rule()).isEqualTo(Rule.DIGEST_UNKNOWN);
            assertThat(error.where()).isEqualTo(jar.toString());
            assertThat(error.found()).isEqualTo("sha256 " + sha256(jar));
            assertThat(host.command(module).apply("ping")).isEqualTo("good ping");
            assertThat(module.unload()).isClean();
        }
    }

    @Test
    @DisplayName("A refusal tells the digest of what was refused, to listeners too, and nothing of what is in it")
    void refusal_tellsTheDigestAndNothingElse() throws Exception {
        Path broken = ModuleSource.module("module broken {}").toJar(directory.resolve("broken.jar"));
        try (LayerManager manager = manager(TrustPolicy.digests(sha256(jar)))) {
            PreflightReport report = manager.check(broken);

            assertThat(report.findings()).extracting(Finding::rule).containsExactly(Rule.DIGEST_UNKNOWN);
            assertThat(report.origin().digest()).isEqualTo(sha256(broken));
            assertThat(report.module()).isEmpty();
            assertThat(events).isEmpty();
            Refusal.of(() -> manager.load(broken));
            assertThat(events)
                    .containsExactly(new LayerEvent.LoadFailed(
                            report.origin(), report.errors().get(0).text(), Optional.of(report)));
        }
    }

    @Test
    @DisplayName("Where signatures are wanted, an unsigned jar is refused")
    void unsignedJar_isRefused() {
        try (LayerManager manager = manager(TrustPolicy.signedBy())) {
            assertThat(Refusal.of(() -> manager.load(jar)).rule()).isEqualTo(Rule.NOT_SIGNED);
        }
    }

    private LayerManager manager(TrustPolicy policy) {
        return host.manager().trusting(policy).listener(events::add).build();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
