package dev.layers.internal.resolution;

import static java.lang.module.ModuleDescriptor.Requires.Modifier.STATIC;
import static java.lang.module.ModuleDescriptor.Requires.Modifier.TRANSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractRulesTest {
    private static final String ADVICE =
            "add 'provides ... with ...' to module-info.java, beside which META-INF/services does not count";

    private final StubHost host = new StubHost().contract("bot.api", "1.0", "bot", "bot.model");

    @Test
    void everyDemandedServiceWithoutProvider_isTold() {
        host.demand("bot.Command", 1, 1).demand("bot.Filter", 1, 9).demand("bot.Other", 0, 9);

        assertThat(host.check(StubModule.explicit("acme.chat", builder -> builder)))
                .containsExactly(
                        "L050 /plugins/chat.jar: module 'acme.chat': provides no 'bot.Command'; wanted a provider of"
                                + " 'bot.Command'; " + ADVICE,
                        "L050 /plugins/chat.jar: module 'acme.chat': provides no 'bot.Filter'; wanted a provider of"
                                + " 'bot.Filter'; " + ADVICE);
    }

    @Test
    void moduleThatProvidesNothing_isTold() {
        host.demand("bot.Command", 0, 9);

        assertThat(host.check(StubModule.explicit("acme.chat", builder -> builder)))
                .containsExactly("L050 /plugins/chat.jar: module 'acme.chat': provides nothing that the contract"
                        + " names; wanted a provider of 'bot.Command' or 'dev.layers.module.ModuleLifecycle'; "
                        + ADVICE);
        assertThat(host.check(provider("dev.layers.module.ModuleLifecycle", "acme.Life")))
                .isEmpty();
    }

    @Test
    void libraryThatProvides_willDo() {
        host.demand("bot.Command", 1, 1);

        assertThat(host.check(
                        StubModule.explicit("acme.main", builder -> builder), provider("bot.Command", "acme.Chat")))
                .isEmpty();
    }

    @Test
    void surplusProviders_areNamed() {
        host.demand("bot.Command", 1, 1);

        assertThat(host.check(provider("bot.Command", "acme.Chat", "acme.Shout")))
                .containsExactly("L051 /plugins/chat.jar: module 'acme.chat': 2 providers: 'acme.Chat', 'acme.Shout';"
                        + " wanted one provider of 'bot.Command';"
                        + " remove the others from module-info.java or META-INF/services");
    }

    @Test
    void bundledContract_isToldOnceAndByNoOtherRule() {
        StubModule chat = provider("bot.Command", "acme.Chat");
        StubModule api =
                StubModule.explicit("bot.api", builder -> builder.exports("bot").packages(Set.of("acme")));

        assertThat(host.check(chat, api))
                .containsExactly("L056 /plugins/api.jar: module 'bot.api': a module of the contract, which the host has"
                        + " as 'bot.api@1.0'; wanted the contract of the host alone;"
                        + " remove it; require 'bot.api' and do not pack it");
    }

    @Test
    void bundledPackagesOfTheContract_areToldEachAndByNoOtherRule() {
        StubModule chat = StubModule.explicit(
                "acme.chat",
                builder -> builder.requires("bot.api")
                        .packages(Set.of("bot.model", "bot", "acme"))
                        .provides("bot.Command", List.of("acme.Chat")));

        assertThat(host.check(chat))
                .containsExactly(
                        "L057 /plugins/chat.jar: module 'acme.chat': contains package 'bot' of 'bot.api@1.0'; wanted the contract"
                                + " of the host alone; remove the package; compile against 'bot.api' and do not pack it",
                        "L057 /plugins/chat.jar: module 'acme.chat': contains package 'bot.model' of 'bot.api@1.0'; wanted the"
                                + " contract of the host alone; remove the package; compile against 'bot.api' and do not"
                                + " pack it");
    }

    @Test
    void contractThatIsNotRead_isTold() {
        StubModule chat = StubModule.explicit(
                "acme.chat",
                builder -> builder.requires(Set.of(STATIC), "acme.absent")
                        .packages(Set.of("acme"))
                        .provides("bot.Command", List.of("acme.Chat"))
                        .uses("bot.Room"));

        assertThat(host.check(chat))
                .containsExactly(
                        "L058 /plugins/chat.jar: module 'acme.chat': provides 'bot.Command' and does not read 'bot.api';"
                                + " wanted 'requires bot.api' in the descriptor; add it to module-info.java",
                        "L058 /plugins/chat.jar: module 'acme.chat': uses 'bot.Room' and does not read 'bot.api';"
                                + " wanted 'requires bot.api' in the descriptor; add it to module-info.java");
    }

    @Test
    void contractThatIsReadThroughAnother_isRead() {
        StubModule chat = StubModule.explicit(
                "acme.chat",
                builder -> builder.requires("acme.base")
                        .packages(Set.of("acme"))
                        .provides("bot.Command", List.of("acme.Chat")));
        StubModule base = StubModule.explicit("acme.base", builder -> builder.requires(Set.of(TRANSITIVE), "bot.api"));

        assertThat(host.check(chat, base)).isEmpty();
    }

    @Test
    void otherServiceThatIsNotSeen_doesNotResolve() {
        StubModule chat =
                StubModule.explicit("acme.chat", builder -> builder.uses("javax.xml.parsers.SAXParserFactory"));

        assertThat(host.check(chat))
                .containsExactly("L046 /plugins/chat.jar: module 'acme.chat': uses 'javax.xml.parsers.SAXParserFactory'"
                        + " and reads no module that exports 'javax.xml.parsers' to it; wanted modules that resolve"
                        + " together with the host's; correct module-info.java");
    }

    @Test
    void visibilityIsNotJudged_whileARequiredModuleIsMissing() {
        StubModule chat = StubModule.explicit(
                "acme.chat", builder -> builder.requires("acme.base").uses("bot.Room"));

        assertThat(host.check(chat)).singleElement().asString().startsWith("L040 ");
    }

    private static StubModule provider(String service, String... types) {
        return StubModule.plain(
                "acme.chat", builder -> builder.packages(Set.of("acme")).provides(service, List.of(types)));
    }
}
