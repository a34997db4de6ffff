package dev.layers.internal.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeRulesTest {
    private static final StubModule CHAT = StubModule.explicit("acme.chat", builder -> builder);

    private final StubHost host = new StubHost().refuseNativeCode();

    @Test
    void nativeLibraries_areToldInPart() {
        StubModule chat = CHAT.file("a.so", "")
                .file("b.dll", "")
                .file("c/c.dylib", "")
                .file("d.jnilib", "")
                .file("e.so", "")
                .file("f.so", "")
                .file("also", "");

        assertThat(host.check(chat))
                .containsExactly("L082 /plugins/chat.jar: module 'acme.chat': contains 'a.so', 'b.dll', 'c/c.dylib',"
                        + " 'd.jnilib', 'e.so' and 1 more; wanted no native libraries, since the contract refuses them;"
                        + " leave them out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"libfoo.so.1", "x/libfoo.so.1.2.3", "FOO.DLL", "Foo.DyLib"})
    void nativeLibraryOfAnyForm_isTold(String name) {
        assertThat(host.check(CHAT.file(name, "")))
                .containsExactly("L082 /plugins/chat.jar: module 'acme.chat': contains '" + name
                        + "'; wanted no native libraries, since the contract refuses them; leave them out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"libfoo.so.txt", "so", "also.1", "x.dll.config"})
    void fileOfAnotherKind_isNoNativeLibrary(String name) {
        assertThat(host.check(CHAT.file(name, ""))).isEmpty();
    }

    @Test
    void nativeAccess_isToldFromTheManifest() {
        StubModule chat =
                CHAT.file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nEnable-Native-Access: ALL-UNNAMED\n\n");

        assertThat(host.check(chat))
                .containsExactly(
                        "L083 /plugins/chat.jar: module 'acme.chat': 'Enable-Native-Access: ALL-UNNAMED' in its"
                                + " manifest; wanted no native access, since the contract refuses it;"
                                + " remove 'Enable-Native-Access' from the manifest");
    }

    @Test
    void manifestThatCannotBeRead_isTold() {
        assertThat(host.check(CHAT.file("META-INF/MANIFEST.MF", "unreadable")))
                .containsExactly(
                        "L007 /plugins/chat.jar: module 'acme.chat': 'META-INF/MANIFEST.MF' cannot be inflated;"
                                + " wanted an entry that can be read and matches its checksum; build or copy it again");
    }

    @Test
    void hostThatDoesNotRefuse_isToldNothing() {
        assertThat(new StubHost().check(CHAT.file("a.so", ""))).isEmpty();
    }
}
