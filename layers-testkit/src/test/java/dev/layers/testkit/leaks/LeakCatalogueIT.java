package dev.layers.testkit.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every leak of the catalogue is real, and what Layers says of it is known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakCatalogueIT {
    private final Map<String, String> layers = new HashMap<>();
    private final Map<String, String> inBareLayers = new HashMap<>();
    private final Map<String, String> inPlainLoaders = new HashMap<>();

    @BeforeAll
    void run(@TempDir Path directory) throws Exception {
        LeakJvm jvm = LeakJvm.compile(directory);
        layers.putAll(jvm.run(LayersLeaks.class, "layers"));
        if (LeakJvm.isForBare()) {
            inBareLayers.putAll(jvm.run(BareLeaks.class, "layer"));
            inPlainLoaders.putAll(jvm.run(BareLeaks.class, "loader", "-XX:SoftRefLRUPolicyMSPerMB=0"));
        }
    }

    static Stream<Leak> leaks() {
        return Leak.forThisJdk().stream();
    }

    Stream<Leak> bareLeaks() {
        return LeakJvm.isForBare() ? leaks() : Stream.of();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("bareLeaks")
    @DisplayName("Control: each leak is real in a bare layer and in a plain loader")
    void leak_withoutLayers_isReal(Leak leak) {
        if (!isOnlyPerhapsHeld(leak)) {
            assertThat(inBareLayers.get(leak.name())).isEqualTo(state(leak, Leak.Effect.HELD, Leak.Effect.SOFT));
        }

        // in this JVM soft references do not last
        assertThat(inPlainLoaders.get(leak.name())).isEqualTo(state(leak, Leak.Effect.HELD));
    }

    /** Another record may have taken its place. */
    private static boolean isOnlyPerhapsHeld(Leak leak) {
        return leak == Leak.RECORD && leak.effect() == Leak.Effect.SOFT;
    }

    private static String state(Leak leak, Leak.Effect... retaining) {
        return List.of(retaining).contains(leak.effect()) ? "RETAINED" : "COLLECTED";
    }

    @Test
    @EnabledIf("dev.layers.testkit.leaks.LeakJvm#isForBare")
    @DisplayName("Control: what is collected leaves its things all the same")
    void leftovers_withoutLayers_areThere() {
        assertThat(List.of(inBareLayers, inPlainLoaders))
                .allSatisfy(traces -> assertThat(traces)
                        .containsEntry("locale", "it_IT")
                        .containsEntry("pools", "3")
                        .containsEntry("deaf", "true")
                        .containsEntry("temporary", "1")
                        .containsEntry("descriptor", "1"));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    @DisplayName("G28 G32 What Layers says of each leak")
    void leak_withLayers_isUndoneOrNamed(Leak leak) {
        assertThat(layers.get(leak.name())).matches(regex(LeakVerdicts.of(leak)));
    }

    private static String regex(String pattern) {
        return Stream.of(pattern.split("\\{}", -1)).map(Pattern::quote).collect(Collectors.joining("\\S+"));
    }

    @Test
    @DisplayName("G32 No pool of the catalogue outlives its unload")
    void leftovers_withLayers_areFewer() {
        assertThat(layers)
                .containsEntry("pools", "0")
                .containsEntry("locale", "it_IT")
                .containsEntry("deaf", "true")
                .containsEntry("temporary", "1")
                .containsEntry("descriptor", "1");
    }
}
