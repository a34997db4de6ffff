package dev.layers.corpus;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.ArtifactPolicy;
import dev.layers.LayerException;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that were good and were damaged at random; system property {@code layers.mutations} says how many. */
class MutationIT {
    private static final int MUTATIONS = Integer.getInteger("layers.mutations", 2000);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    @TempDir
    Path directory;

    private final Map<Mutation, Integer> refused = new EnumMap<>(Mutation.class);
    private final Map<Mutation, Integer> loaded = new EnumMap<>(Mutation.class);
    private CorpusHost host;
    private Path jar;

    @BeforeEach
    void createHost() throws IOException {
        host = CorpusHost.create(directory);
        jar = directory.resolve("chat.jar");
    }

    @Test
    @DisplayName("G4 Every damaged jar is refused or works; nothing hangs, no descriptor is left")
    void damagedJars_areRefusedOrWork() throws Exception {
        List<byte[]> good = List.of(modular(), plain(), withLibraryClasses());
        try (LayerManager manager = LayerManager.builder(host.contractBuilder().build())
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .build()) {
            for (int seed = 0; seed < MUTATIONS; seed++) {
                Mutation mutation = Mutation.values()[seed % Mutation.values().length];
                Files.write(jar, mutation.of(good.get(seed % good.size()), new Random(seed)));

                long start = System.nanoTime();
                boolean works = works(manager, mutation + " with seed " + seed);

                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("%s with seed %d", mutation, seed)
                        .isLessThan(LONGEST);
                (works ? loaded : refused).merge(mutation, 1, Integer::sum);
            }

            assertThat(openOnJar()).isEmpty();
            System.out.println(MUTATIONS + " mutations: refused " + refused + ", loaded " + loaded);
            assertThat(refused.keySet()).containsExactlyInAnyOrder(Mutation.values());
        }
    }

    /** Returns whether it was loaded; then it answers, or its own code fails where its bytes are others. */
    private boolean works(LayerManager manager, String which) {
        LoadedModule module;
        try {
            module = manager.load(jar);
        } catch (LayerException refusal) {
            assertThat(refusal).as(which).hasMessageContaining("chat");
            return false;
        }
        assertThat(answer(module)).as(which).contains("ping");
        assertThat(module.unload()).as(which).isReleased().leftNothing();
        return true;
    }

    private String answer(LoadedModule module) {
        try {
            return host.answer(module, "ping");
        } catch (RuntimeException | LinkageError otherCode) {
            return "ping failed: " + otherCode;
        }
    }

    private byte[] modular() {
        return host.chat("return \"good \" + text;")
                .resource("acme/word.txt", "word")
                .bytes();
    }

    private byte[] plain() {
        return ModuleSource.plain()
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return \"good \" + text; } }")
                .service("bot.Command", "acme.Chat")
                .dependsOn(host.contractJar())
                .bytes();
    }

    private byte[] withLibraryClasses() {
        return host.chat("return new Words().greet(text) + bot.Room.seats();")
                .type("package acme; class Words extends bot.Skill implements bot.Greeter {"
                        + " public String run(String text) { log(text); return id() + text; }"
                        + " public String greet(String text) { bot.Listener heard = message -> run(message.text());"
                        + " heard.heard(new bot.Message(text, level)); return run(text); } }")
                .bytes();
    }

    private List<Path> openOnJar() throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return List.of();
        }
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.filter(this::isOnJar).toList();
        }
    }

    private boolean isOnJar(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).equals(jar);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
