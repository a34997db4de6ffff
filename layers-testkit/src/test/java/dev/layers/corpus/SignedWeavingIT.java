package dev.layers.corpus;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.TrustPolicy;
import dev.layers.UnloadReport;
import dev.layers.guarantees.NativeFile;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signature is verified before code is rewritten, and does not keep it from being rewritten. */
class SignedWeavingIT {
    @TempDir
    Path directory;

    @Test
    @DisplayName("A signed jar is verified as it is written, and woven")
    void signedJar_isVerifiedAndWoven() throws Exception {
        Path jar = Signer.ACME.sign(module());
        Path file = NativeFile.copyTo(directory);

        try (LayerManager manager = manager()) {
            LoadedModule module = manager.load(jar);
            load(module, file);
            UnloadReport report = module.unload();

            assertThat(report.origin().signers()).hasSize(1);
            assertThat(report.origin().digest()).isEqualTo(sha256(jar));
            assertThat(report.notes())
                    .containsExactly("native: '" + file + "' stays loaded until the generation is collected");
            assertThat(report).isClean();
        }
    }

    @SuppressWarnings("unchecked")
    private static void load(LoadedModule module, Path file) {
        ((UnaryOperator<String>) module.service(UnaryOperator.class)).apply(file.toString());
    }

    private static LayerManager manager() throws Exception {
        return LayerManager.builder(
                        ServiceContract.builder().provides(UnaryOperator.class).build())
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .trusting(TrustPolicy.signedBy(Signer.ACME.certificate()))
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)))
                .build();
    }

    private Path module() {
        return ModuleSource.module("module chat { provides java.util.function.UnaryOperator with acme.Chat; }")
                .type("package acme; public class Chat implements java.util.function.UnaryOperator<String> {"
                        + " public String apply(String text) { System.load(text); return text; } }")
                .toJar(directory.resolve("chat.jar"));
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
