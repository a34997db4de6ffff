package dev.layers.testkit.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeakTest {
    @TempDir
    Path directory;

    @Test
    void cleanModule_runs() throws Exception {
        // @start region="leak"
        Path jar = Leak.CLEAN.source().toJar(directory.resolve("clean.jar"));

        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Runnable leak = (Runnable) loader.loadClass(Leak.CLEAN.module() + ".Leak")
                    .getConstructor()
                    .newInstance();
            leak.run();
        }
        // @end

        assertThat(Leak.CLEAN.effect()).isEqualTo(Leak.Effect.NONE);
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void leak_compilesAndIsDescribed(Leak leak) {
        byte[] jar = leak.source().bytes();

        assertThat(jar).isNotEmpty();
        assertThat(List.of(leak.leaves(), leak.heldBy(), leak.undoneBy()))
                .allSatisfy(words -> assertThat(words).isNotBlank().doesNotEndWith("."));
        assertThat(leak.module()).startsWith("leaky.").isLowerCase();
    }

    static List<Leak> leaks() {
        return Leak.forThisJdk();
    }

    @Test
    void forThisJdk_hasWhatTheJdkHas() {
        int jdk = Runtime.version().feature();

        List<Leak> leaks = Leak.forThisJdk();

        assertThat(leaks.contains(Leak.VIRTUAL_THREAD)).isEqualTo(jdk >= 21);
        assertThat(leaks).contains(Leak.values()[0]).hasSizeGreaterThan(40);
    }

    @Test
    void effects_areAllThere() {
        List<Leak.Effect> effects =
                Arrays.stream(Leak.values()).map(Leak::effect).distinct().toList();

        assertThat(effects).containsExactlyInAnyOrder(Leak.Effect.values());
    }

    @Test
    void effect_followsTheJdk() {
        assertThat(ThreadLeaks.executor().effect(17)).isEqualTo(Leak.Effect.HELD);
        assertThat(ThreadLeaks.executor().effect(18)).isEqualTo(Leak.Effect.LEFT);
        assertThat(CacheLeaks.record().effect(25)).isEqualTo(Leak.Effect.SOFT);
    }
}
