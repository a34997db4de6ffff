package dev.layers.internal.resolution;

import static java.lang.module.ModuleDescriptor.Requires.Modifier.TRANSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageRulesTest {
    private final StubHost host = new StubHost()
            .with(StubModule.explicit("org.gson", builder -> builder.exports("org.gson")))
            .with(StubModule.explicit(
                    "org.http", builder -> builder.exports("org.http").requires(Set.of(TRANSITIVE), "org.gson")))
            .with(StubModule.explicit("org.split", builder -> builder.exports("org.a", Set.of("acme.friend"))));

    @Test
    void packagesOfTwoArtifacts_areToldWithBoth() {
        StubModule chat =
                StubModule.explicit("acme.chat", builder -> builder.packages(Set.of("acme.a", "acme.b", "acme.c")));
        StubModule text = StubModule.plain("acme.text", builder -> builder.packages(Set.of("acme.b", "acme.a")));

        assertThat(host.check(chat, text))
                .containsExactly("L042 /plugins/text.jar: module 'acme.text': both 'chat.jar' and 'text.jar' contain"
                        + " packages 'acme.a', 'acme.b'; wanted each package in one artifact;"
                        + " keep each in one of the two alone");
    }

    @Test
    void packageOfAHostModuleThatIsRead_isRefused() {
        StubModule chat = StubModule.explicit(
                "acme.chat", builder -> builder.requires("org.http").requires("acme.text"));
        StubModule text = StubModule.explicit("acme.text", builder -> builder.packages(Set.of("org.gson")));

        assertThat(host.check(chat, text))
                .containsExactly("L043 /plugins/text.jar: module 'acme.text': contains package 'org.gson', which module"
                        + " 'org.gson' of the host exports to 'acme.chat'; wanted every module and package from one side alone;"
                        + " remove it from the artifact, or do not require 'org.gson'");
    }

    @Test
    void packageOfAHostModuleThatNobodyReads_isNobodysBusiness() {
        StubModule chat = StubModule.explicit("acme.chat", builder -> builder.packages(Set.of("org.gson", "org.http")));

        assertThat(host.check(chat)).isEmpty();
    }

    @Test
    void packageThatIsExportedToOthers_isNotShared() {
        StubModule chat = StubModule.explicit(
                "acme.chat", builder -> builder.requires("org.split").packages(Set.of("org.a")));
        StubModule friend = StubModule.explicit(
                "acme.friend", builder -> builder.requires("org.split").packages(Set.of("org.a")));

        assertThat(host.check(chat)).isEmpty();
        assertThat(host.check(friend))
                .containsExactly(
                        "L043 /plugins/friend.jar: module 'acme.friend': contains package 'org.a', which module"
                                + " 'org.split' of the host exports to 'acme.friend'; wanted every module and package from one side alone;"
                                + " remove it from the artifact, or do not require 'org.split'");
    }

    @Test
    void moduleThatIsReadFromBothSides_isRefused() {
        StubModule chat = StubModule.explicit(
                "acme.chat", builder -> builder.requires("org.http").requires("org.gson"));
        StubModule gson = StubModule.explicit("org.gson", builder -> builder.exports("other"));

        assertThat(host.check(chat, gson))
                .containsExactly("L043 /plugins/chat.jar: module 'acme.chat': reads two modules 'org.gson': that of its"
                        + " artifact, and that of the host; wanted every module and package from one side alone;"
                        + " remove it from the artifact, or do not require 'org.gson'");
    }

    @Test
    void packageOfTheJdk_isRefusedInPlainJars() {
        StubModule chat = StubModule.plain("acme.chat", builder -> builder.packages(Set.of("javax.xml", "acme")));

        assertThat(host.check(chat))
                .containsExactly(
                        "L043 /plugins/chat.jar: module 'acme.chat': contains package 'javax.xml', which module"
                                + " 'java.xml' of the host exports to 'acme.chat'; wanted every module and package from one side alone;"
                                + " remove it from the artifact, or do not require 'java.xml'");
    }

    @Test
    void packagesWithNamesOfTheJdk_areRefused() {
        StubModule chat = StubModule.explicit(
                "acme.chat", builder -> builder.packages(Set.of("java", "java.util", "java.own", "javax.own")));

        assertThat(host.check(chat))
                .containsExactly("L045 /plugins/chat.jar: module 'acme.chat': contains packages 'java', 'java.own',"
                        + " 'java.util';"
                        + " wanted packages whose names do not begin with 'java.'; rename the package");
    }

    @Test
    void manyPackages_areToldInPart() {
        Set<String> packages = Set.of("a.a", "a.b", "a.c", "a.d", "a.e", "a.f", "a.g");
        StubModule chat = StubModule.explicit("acme.chat", builder -> builder.packages(packages));
        StubModule text = StubModule.explicit("acme.text", builder -> builder.packages(packages));

        assertThat(host.check(chat, text))
                .singleElement()
                .asString()
                .contains("contain packages 'a.a', 'a.b', 'a.c', 'a.d', 'a.e' and 2 more;");
    }
}
