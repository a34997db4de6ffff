package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.Weaving;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JVM keeps the record whose methods it linked last; that holds no module. */
class RecordIT {
    /** Since JDK 18 it is kept softly, for as long as there is room. */
    private static final boolean IS_STRONG = Runtime.version().feature() < 18;

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
    @DisplayName("G32 A module whose records were compared, hashed and printed is collected")
    @CsvSource({
        "equals of JDK types, new R(1).equals(new R(2))",
        "toString of a module type, new S(E.A).toString()",
        "hashCode of a module type, new S(E.A).hashCode()",
        "nested, new T(new S(E.A)).equals(new T(new S(null)))"
    })
    void records_areForgotten(String name, String code) throws Exception {
        Path jar = new Remnant(
                        "",
                        "text += " + code + ";",
                        "enum E { A } record R(int a) {} record S(E e) {} record T(S s) {}",
                        List.of(),
                        () -> {})
                .toJar(host, directory);
        if (IS_STRONG) {
            assertThat(DroppedLayer.outlivesItsDrop(host, jar))
                    .as("held without Layers")
                    .isTrue();
        }

        assertThat(Remnant.callAndUnload(host, jar, Weaving.AS_WRITTEN)).isClean();
        assertThat(Remnant.callAndUnload(host, jar, Weaving.WOVEN)).isClean();
    }
}
