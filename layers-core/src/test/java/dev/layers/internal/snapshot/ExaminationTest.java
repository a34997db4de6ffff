package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.preflight.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExaminationTest {
    private static final byte[] TOO_NEW = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 99};
    private static final TestJar CHAT =
            TestJar.empty().entry("acme/chat/Polite.class", "").entry("acme/chat/Rude.class", "");

    @TempDir
    Path directory;

    @Test
    void classesOfPackages_areExamined() throws Exception {
        TestJar module = TestJar.empty().source("module acme.chat {}").entry("acme/chat/Polite.class", "");

        assertThat(examined(module)).containsExactly("module-info.class", "acme/chat/Polite.class");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/Odd.class",
                "BOOT-INF/classes/acme/Odd.class",
                "WEB-INF/classes/acme/Odd.class",
                "1.0/acme/Odd.class",
                "acme.chat/Odd.class",
                "acme/class/Odd.class",
                "Odd.class"
            })
    void classesOfNoPackage_areBytesAsOthersAre(String name) throws Exception {
        TestJar content = CHAT.entry(name, TOO_NEW);

        assertThat(examined(content)).containsExactly("acme/chat/Polite.class", "acme/chat/Rude.class");
        assertThat(Snapshots.findings(jar(content))).isEmpty();
    }

    @Test
    void classOfAPackageThatIsTooNew_isTold() throws Exception {
        assertThat(Snapshots.findings(jar(CHAT.entry("acme/Odd.class", TOO_NEW))))
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .startsWith("L016 ");
    }

    private Path jar(TestJar content) throws Exception {
        return content.entry("META-INF/services/acme.chat.Greeter", "acme.chat.Polite")
                .writeTo(directory.resolve("chat.jar"));
    }

    private List<String> examined(TestJar content) throws Exception {
        List<String> names = Collections.synchronizedList(new ArrayList<>());
        Snapshots.take(jar(content)).examine((artifact, entry, classFile) -> {
            names.add(entry);
            return List.of();
        });
        return names;
    }
}
