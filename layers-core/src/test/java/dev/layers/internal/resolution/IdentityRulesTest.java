package dev.layers.internal.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRulesTest {
    private final StubHost host = new StubHost()
            .contract("bot.api", "1.0", "bot")
            .with(StubModule.explicit("org.gson", builder -> builder.exports("org.gson")));

    @Test
    void nameOfAHostModule_isReservedForTheModuleItself() {
        StubModule gson = StubModule.explicit("org.gson", builder -> builder.packages(Set.of("acme")));
        StubModule chat = StubModule.explicit("acme.chat", builder -> builder.requires("org.gson"));

        assertThat(host.check(gson)).containsExactly(reserved("gson", "org.gson", "of the host"));
        assertThat(host.check(chat, gson)).isEmpty();
    }

    @Test
    void nameOfTheContract_isReserved() {
        assertThat(host.check(StubModule.explicit("bot.api", builder -> builder)))
                .containsExactly(reserved("api", "bot.api", "of the contract"));
    }

    @Test
    void nameOfTheJdk_isReservedForLibrariesToo() {
        StubModule chat = StubModule.explicit("acme.chat", builder -> builder);

        assertThat(host.check(
                        chat,
                        StubModule.plain("java.sql", builder -> builder),
                        StubModule.explicit("jdk.jfr", builder -> builder)))
                .containsExactly(reserved("sql", "java.sql", "of the JDK"), reserved("jfr", "jdk.jfr", "of the JDK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.xml.bind", "java.json", "java.ws.rs", "jdk.none"})
    void nameThatTheJdkDoesNotHave_isFree(String name) {
        StubModule chat = StubModule.explicit("acme.chat", builder -> builder.requires(name));

        assertThat(host.check(
                        chat, StubModule.explicit(name, builder -> builder.exports(name.replace("java", "javax")))))
                .isEmpty();
    }

    @Test
    void packageThatBeginsAsThoseOfTheJdk_isRefusedUnderAnyName() {
        StubModule chat = StubModule.explicit("acme.chat", builder -> builder);

        assertThat(host.check(chat, StubModule.explicit("java.json", builder -> builder.exports("java.json"))))
                .containsExactly("L045 /plugins/json.jar: module 'java.json': contains package 'java.json';"
                        + " wanted packages whose names do not begin with 'java.'; rename the package");
    }

    private static String reserved(String file, String name, String owner) {
        return "L030 /plugins/" + file + ".jar: module '" + name + "': '" + name + "' is the name of a module " + owner
                + "; wanted a name of its own; rename the module";
    }
}
