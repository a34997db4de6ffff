package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.CollectionPolicy;
import dev.layers.LayerException;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is cut short, still being written, or damaged. */
class DamagedArtifactIT {
    @TempDir
    Path directory;

    private TestHost host;
    private LayerManager manager;
    private byte[] good;
    private Path jar;

    @BeforeEach
    void openManager() throws Exception {
        host = TestHost.create(directory);
        manager = host.manager().build();
        good = host.chat("return \"good \" + text;").bytes();
        jar = directory.resolve("chat.jar");
    }

    @AfterEach
    void closeManager() throws IOException {
        manager.close();
        host.close();
    }

    @Test
    @DisplayName("G4 A jar cut at any length is refused as incomplete, then the whole one loads")
    void jarCutAtAnyLength_isRefusedAsIncomplete() throws Exception {
        for (int length = 0; length < good.length; length++) {
            Files.write(jar, Arrays.copyOf(good, length));

            assertCutShort(Refusal.of(() -> manager.load(jar)), length);
        }

        assertGoodOneLoads();
    }

    @Test
    @DisplayName("G4 A reload from a jar cut at any length is refused and the old generation serves on")
    void reloadFromJarCutAtAnyLength_leavesOldOneServing() throws Exception {
        LoadedModule module = manager.load(Files.write(jar, good));
        var command = host.command(module);
        byte[] next = host.chat("return \"next \" + text;").bytes();
        for (int length = 0; length < next.length; length++) {
            Files.write(jar, Arrays.copyOf(next, length));

            assertCutShort(Refusal.of(module::reload), length);
            assertThat(command.apply("ping")).isEqualTo("good ping");
        }

        Files.write(jar, next);
        assertThat(module.reload()).isClean();

        assertThat(module.generation()).hasToString("chat#2");
        assertThat(command.apply("ping")).isEqualTo("next ping");
    }

    @Test
    @DisplayName("G4 A jar with any one byte changed is refused, or works as the good one does")
    void jarWithOneByteChanged_isRefusedOrWorks() throws Exception {
        int refused = 0;
        try (LayerManager patient = host.manager()
                .collecting(CollectionPolicy.passive())
                .name("patient")
                .build()) {
            for (int at = 0; at < good.length; at++) {
                Files.write(jar, withOtherByte(good, at));

                refused += isRefused(patient, at) ? 1 : 0;
            }
        }

        assertThat(refused).as("of %d bytes", good.length).isGreaterThan(good.length / 2);
        assertGoodOneLoads();
    }

    @Test
    @DisplayName("G4 A jar with a damaged entry is refused, on reload too, naming the entry")
    void damagedEntry_isNamed() throws Exception {
        byte[] stem = host.chat("return \"good \" + text;")
                .resource("acme/word.txt", "xyz")
                .bytes();
        int word = new String(stem, StandardCharsets.ISO_8859_1).indexOf("acme/word.txt") + "acme/word.txt".length();
        LoadedModule module = manager.load(Files.write(jar, stem));

        Files.write(jar, withOtherByte(stem, word + 2));

        Finding damage = Refusal.of(module::reload);
        assertThat(damage.rule()).isEqualTo(Rule.ENTRY_DAMAGED);
        assertThat(damage.text()).contains(jar.toString(), "acme/word.txt");
        assertThat(Refusal.of(() -> manager.load(jar))).isEqualTo(damage);
        assertThat(host.command(module).apply("ping")).isEqualTo("good ping");
        Files.write(jar, good);
        assertThat(module.reload()).isClean();
    }

    @Test
    @DisplayName("G4 A reload from a deleted file or one that is no jar is refused and the old generation serves on")
    void reloadFromAnythingElse_leavesOldOneServing() throws Exception {
        LoadedModule module = manager.load(Files.write(jar, good));

        Files.delete(jar);
        assertThat(Refusal.of(module::reload).rule()).isEqualTo(Rule.ARTIFACT_MISSING);
        Files.writeString(jar, "<html>404</html>");
        assertThat(Refusal.of(module::reload).rule()).isEqualTo(Rule.NOT_AN_ARCHIVE);

        assertThat(host.command(module).apply("ping")).isEqualTo("good ping");
        assertThat(module.unload()).isClean();
    }

    /** Loads the changed jar; one that is not refused must answer as ever, and goes again. */
    private boolean isRefused(LayerManager patient, int at) {
        LoadedModule module;
        try {
            module = patient.load(jar);
        } catch (LayerException refused) {
            assertThat(refused).as("byte %d", at).hasMessageContaining("chat");
            return true;
        }
        assertThat(host.command(module).apply("ping")).as("byte %d", at).isEqualTo("good ping");
        assertThat(module.unload()).isReleased().leftNothing();
        return false;
    }

    private void assertGoodOneLoads() throws IOException {
        LoadedModule module = manager.load(Files.write(jar, good));
        assertThat(host.command(module).apply("ping")).isEqualTo("good ping");
        assertThat(module.unload()).isClean();
    }

    private void assertCutShort(Finding error, int length) {
        assertThat(error.rule()).as("%d bytes", length).isEqualTo(Rule.ARCHIVE_CUT_SHORT);
        assertThat(error.where()).isEqualTo(jar.toString());
        assertThat(error.found()).contains(length + " bytes");
    }

    private static byte[] withOtherByte(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 0x55;
        return changed;
    }
}
