package dev.layers.internal.resolution;

import static java.lang.module.ModuleDescriptor.Requires.Modifier.STATIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RequiresRulesTest {
    private final StubHost host = new StubHost();

    @Test
    void missingModules_areToldTogether() {
        StubModule chat = StubModule.explicit(
                "acme.chat", builder -> builder.requires("acme.fonts").requires("acme.text"));
        StubModule text = StubModule.explicit("acme.text", builder -> builder.requires("acme.words"));

        assertThat(host.check(chat, text))
                .containsExactly(
                        "L040 /plugins/chat.jar: module 'acme.chat': requires 'acme.fonts', and no module of that name is loaded;"
                                + " wanted module 'acme.fonts' with the module, in the host or loaded;"
                                + " load it first or put it into the same set, bring it as a private library, or remove the 'requires'",
                        "L040 /plugins/text.jar: module 'acme.text': requires 'acme.words', and no module of that name is loaded;"
                                + " wanted module 'acme.words' with the module, in the host or loaded;"
                                + " load it first or put it into the same set, bring it as a private library, or remove the 'requires'");
    }

    @Test
    void moduleThatIsMissingAndOptional_isNotMissed() {
        StubModule chat = StubModule.explicit("acme.chat", builder -> builder.requires(Set.of(STATIC), "acme.fonts"));

        assertThat(host.check(chat)).isEmpty();
    }

    @Test
    void modulesOfTheJdkThatWereNotStarted_areToldWithTheWholeOption() {
        StubModule chat = StubModule.explicit(
                "acme.chat", builder -> builder.requires("java.sql").requires("java.xml"));
        StubModule text = StubModule.explicit("acme.text", builder -> builder.requires("java.desktop"));

        assertThat(host.check(chat, text))
                .containsExactly(
                        "L041 /plugins/chat.jar: module 'acme.chat': requires 'java.sql', without which the host was"
                                + " started; wanted 'java.sql' in the running host;"
                                + " start the host with --add-modules java.desktop,java.sql",
                        "L041 /plugins/text.jar: module 'acme.text': requires 'java.desktop', without which the host"
                                + " was started; wanted 'java.desktop' in the running host;"
                                + " start the host with --add-modules java.desktop,java.sql");
    }

    @Test
    void modulesThatAreNotAllowed_areRefusedEach() {
        host.contract("bot.api", "1.0", "bot");
        host.allow("java.xml", "java.logging");
        StubModule chat = StubModule.explicit(
                "acme.chat",
                builder -> builder.requires("java.base")
                        .requires("bot.api")
                        .requires("java.xml")
                        .requires("acme.text"));
        StubModule text = StubModule.explicit(
                "acme.text", builder -> builder.requires("java.desktop").requires("acme.words"));

        assertThat(host.check(chat, text))
                .containsExactly(
                        "L040 /plugins/text.jar: module 'acme.text': requires 'acme.words', and no module of that name is loaded;"
                                + " wanted module 'acme.words' with the module, in the host or loaded;"
                                + " load it first or put it into the same set, bring it as a private library, or remove the 'requires'",
                        "L041 /plugins/text.jar: module 'acme.text': requires 'java.desktop', without which the host"
                                + " was started; wanted 'java.desktop' in the running host;"
                                + " start the host with --add-modules java.desktop",
                        "L080 /plugins/text.jar: module 'acme.text': requires 'java.desktop';"
                                + " wanted 'requires' of nothing but 'java.logging', 'java.xml';"
                                + " remove it, or ask the host to allow it");
    }

    @Test
    void optionalModule_isRefusedWhereItIsThere() {
        host.allow("java.logging");
        StubModule chat = StubModule.explicit(
                "acme.chat",
                builder -> builder.requires(Set.of(STATIC), "lombok")
                        .requires(Set.of(STATIC), "java.desktop")
                        .requires(Set.of(STATIC), "java.xml"));

        assertThat(host.check(chat))
                .containsExactly("L080 /plugins/chat.jar: module 'acme.chat': requires 'java.xml';"
                        + " wanted 'requires' of nothing but 'java.logging'; remove it, or ask the host to allow it");
    }

    @Test
    void whereNothingIsAllowed_theMessageSaysSo() {
        host.allow();

        assertThat(host.check(StubModule.explicit("acme.chat", builder -> builder.requires("java.xml"))))
                .containsExactly("L080 /plugins/chat.jar: module 'acme.chat': requires 'java.xml';"
                        + " wanted 'requires' of nothing but 'java.base'; remove it, or ask the host to allow it");
    }

    @Test
    void plainJar_isRefusedWhereRequiresAreLimited() {
        host.allow("java.xml");

        assertThat(host.check(StubModule.plain("acme.chat", builder -> builder)))
                .containsExactly("L081 /plugins/chat.jar: module 'acme.chat': a plain jar, which reads every module;"
                        + " wanted a module descriptor, since the contract limits what is required;"
                        + " add module-info.java");
    }

    @Test
    void cycle_isToldAsAWhole() {
        StubModule chat = StubModule.explicit("acme.chat", builder -> builder.requires("acme.text"));
        StubModule text = StubModule.explicit("acme.text", builder -> builder.requires("acme.words"));
        StubModule words = StubModule.explicit("acme.words", builder -> builder.requires(Set.of(STATIC), "acme.text"));

        assertThat(host.check(chat, text, words))
                .containsExactly("L044 /plugins/text.jar: module 'acme.text': requires itself:"
                        + " acme.text -> acme.words -> acme.text; wanted modules that do not require each other;"
                        + " remove one 'requires' of the cycle");
    }
}
