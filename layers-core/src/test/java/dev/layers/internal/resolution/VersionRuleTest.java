package dev.layers.internal.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VersionRuleTest {
    private final StubHost host = new StubHost().contract("bot.api", "2", "bot").contract("bot.model", "7", "model");

    @Test
    void moduleCompiledAgainstAnotherVersion_isNoted() {
        assertThat(host.check(compiledAgainst("chat", "bot.api", "1")))
                .containsExactly("L068 /plugins/chat.jar: module 'chat': compiled against 'bot.api@1'; the host has"
                        + " 'bot.api@2'; wanted a module compiled against the version of the host;"
                        + " compile it against that version");
    }

    @Test
    void privateLibraryCompiledAgainstAnotherVersion_isNoted() {
        assertThat(host.check(
                        compiledAgainst("chat", "bot.api", "2"), compiledAgainst("library", "bot.model", "8-beta")))
                .containsExactly("L068 /plugins/library.jar: module 'library': compiled against 'bot.model@8-beta'; the"
                        + " host has 'bot.model@7'; wanted a module compiled against the version of the host;"
                        + " compile it against that version");
    }

    @Test
    void everyModuleOfTheContract_isCompared() {
        StubModule chat = StubModule.explicit(
                "chat",
                builder -> builder.requires(Set.of(), "bot.model", Version.parse("6"))
                        .requires(Set.of(), "bot.api", Version.parse("3")));

        assertThat(host.check(chat))
                .extracting(text -> text.replaceFirst("; the host.*", ""))
                .containsExactly(
                        "L068 /plugins/chat.jar: module 'chat': compiled against 'bot.api@3'",
                        "L068 /plugins/chat.jar: module 'chat': compiled against 'bot.model@6'");
    }

    @Test
    void sameVersion_isNotNoted() {
        assertThat(host.check(compiledAgainst("chat", "bot.api", "2"))).isEmpty();
    }

    @Test
    void versionThatIsNotRecorded_isNotNoted() {
        StubHost unversioned = new StubHost().contract("bot.api", null, "bot");

        assertThat(host.check(StubModule.explicit("chat", builder -> builder.requires("bot.api"))))
                .isEmpty();
        assertThat(unversioned.check(compiledAgainst("chat", "bot.api", "1"))).isEmpty();
    }

    @Test
    void versionOfAnythingElse_isNotNoted() {
        StubHost other = host.with(StubModule.explicit("host.tools", builder -> builder));

        assertThat(other.check(compiledAgainst("chat", "host.tools", "1"))).isEmpty();
        assertThat(other.check(compiledAgainst("chat", "java.xml", "11"))).isEmpty();
    }

    @Test
    void bundledContract_isToldAsThatAlone() {
        StubModule bundled = StubModule.explicit(
                "bot.model", builder -> builder.exports("model").requires(Set.of(), "bot.api", Version.parse("1")));

        assertThat(host.check(compiledAgainst("chat", "bot.api", "2"), bundled))
                .singleElement()
                .asString()
                .startsWith("L056 ");
    }

    private static StubModule compiledAgainst(String name, String required, String version) {
        return StubModule.explicit(name, builder -> builder.requires(Set.of(), required, Version.parse(version)));
    }
}
