package dev.layers.internal.resolution;

import static java.lang.module.ModuleDescriptor.Requires.Modifier.STATIC;
import static java.lang.module.ModuleDescriptor.Requires.Modifier.TRANSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.preflight.Finding;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Modules that stand on loaded ones. */
class GroundTest {
    private static final Terms TERMS = new Terms(List.of(), Optional.empty(), false);

    private final StubHost stub = new StubHost()
            .with(StubModule.explicit(
                    "host.text", builder -> builder.requires("java.base").exports("text")));
    private final HostModules host = HostModules.of(List.of(stub.configuration()), List.of());

    @Test
    void requirements_areWhatNeitherTheModuleNorTheHostHas() {
        StubModule chat = StubModule.explicit(
                "acme.chat",
                builder -> builder.requires("java.xml")
                        .requires("host.text")
                        .requires("acme.words")
                        .requires("acme.fonts")
                        .requires(Set.of(STATIC), "acme.extra")
                        .requires(Set.of(STATIC), "acme.more"));
        StubModule words = StubModule.explicit("acme.words", builder -> builder.requires("acme.more"));

        Requirements requirements = Requirements.of("acme.chat", List.of(chat, words), host);

        assertThat(requirements.strict()).containsExactly("acme.fonts", "acme.more");
        assertThat(requirements.optional()).containsExactly("acme.extra");
    }

    @Test
    void requirementsOfPlainJars_areInTheManifest() {
        StubModule plain = StubModule.plain("acme.chat", builder -> builder.packages(Set.of("chat")))
                .file(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\nLayers-Requires: acme.fonts;version=\"[1,2)\", host.text\n");

        assertThat(Requirements.of("acme.chat", List.of(plain), host).strict()).containsExactly("acme.fonts");
    }

    @Test
    void transitiveLibrary_isReadAndThePrivateOneIsNot() throws Exception {
        Dependency fonts = fonts();
        StubModule chat = StubModule.explicit(
                "acme.chat", builder -> builder.requires("acme.fonts").requires(Set.of(STATIC), "acme.hidden"));

        Resolution resolution = new Resolution("acme.chat", List.of(chat), host.with(List.of(fonts)), TERMS);

        assertThat(texts(resolution)).isEmpty();
        assertThat(resolution
                        .resolve()
                        .configuration()
                        .findModule("acme.chat")
                        .orElseThrow()
                        .reads())
                .extracting(ResolvedModule::name)
                .containsExactlyInAnyOrder("java.base", "acme.fonts", "acme.shapes");
    }

    @Test
    void hostComesBeforeWhatIsLoaded() {
        Dependency text = loaded(
                "host.text",
                HostModules.of(List.of(new StubHost().configuration()), List.of()),
                StubModule.explicit("host.text", builder -> builder.exports("other")));

        HostModules ground = host.with(List.of(text));

        assertThat(ground.isStoodOn("host.text")).isFalse();
        assertThat(ground.find("host.text").orElseThrow().exported()).containsExactly("text");
    }

    @Test
    void twoModulesThatShowOnePackage_areToldWithBoth() {
        Dependency fonts = fonts();
        Dependency other =
                loaded("acme.other", host, StubModule.explicit("acme.other", builder -> builder.exports("fonts")));
        StubModule chat = StubModule.explicit(
                "acme.chat", builder -> builder.requires("acme.fonts").requires("acme.other"));

        assertThat(texts(new Resolution("acme.chat", List.of(chat), host.with(List.of(fonts, other)), TERMS)))
                .containsExactly(
                        "L046 /plugins/chat.jar: module 'acme.chat': 'acme.fonts' and 'acme.other' of what it stands"
                                + " on both export 'fonts' to it; wanted modules that resolve together with the host's; correct"
                                + " module-info.java");
    }

    @Test
    void modulesOfTheManager_mayAlwaysBeRequired() {
        Terms strict = new Terms(List.of(), Optional.of(Set.of()), false);
        StubModule chat = StubModule.explicit(
                "acme.chat", builder -> builder.requires("acme.fonts").requires("java.xml"));

        assertThat(texts(new Resolution("acme.chat", List.of(chat), host.with(List.of(fonts())), strict)))
                .containsExactly("L080 /plugins/chat.jar: module 'acme.chat': requires 'java.xml'; wanted 'requires' of"
                        + " nothing but 'java.base'; remove it, or ask the host to allow it");
    }

    @Test
    void versionOfAModuleOfTheHost_isCheckedToo() {
        TreeMap<String, VersionRange> versions = new TreeMap<>();
        versions.put("host.text", VersionRange.of("1"));
        versions.put("acme.unused", VersionRange.of("1"));
        StubModule chat = StubModule.explicit("acme.chat", builder -> builder.requires("host.text"));

        assertThat(texts(new Resolution("acme.chat", List.of(chat), host, TERMS.requiring(versions))))
                .containsExactly(
                        "L047 /plugins/chat.jar: module 'acme.chat': requires 'host.text', which is in the host"
                                + " without a version; wanted version 1 of module 'host.text'; load a version that lies in the"
                                + " range, or change the range in the options of the load");
    }

    /** Returns {@code acme.fonts} with {@code acme.hidden}, and {@code acme.shapes}, which it requires transitively. */
    private Dependency fonts() {
        return loaded(
                "acme.fonts",
                host,
                StubModule.explicit(
                        "acme.fonts",
                        builder -> builder.exports("fonts")
                                .requires("acme.hidden")
                                .requires(Set.of(TRANSITIVE), "acme.shapes")),
                StubModule.explicit("acme.hidden", builder -> builder.exports("hidden")),
                StubModule.explicit("acme.shapes", builder -> builder.exports("shapes")));
    }

    private static Dependency loaded(String name, HostModules below, ModuleReference... modules) {
        try {
            Resolution resolution = new Resolution(name, List.of(modules), below, TERMS.ofPackages());
            return new Dependency(name, resolution.resolve().configuration());
        } catch (Unresolved impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<String> texts(Resolution resolution) {
        return resolution.check().stream().map(Finding::text).toList();
    }
}
